import type { Ref, RefObject } from 'react';
import type { Range } from '@/lib/text/range';
import type { Lines } from './lines';
import type { PolicyEditorProps } from './policy-editor-props';

/** What is carried over when one editor takes the other's place: offsets in the text with `\n` line ends. */
export interface EditorPlace {
  readonly selection: Range;
  readonly scrollTop: number;
  readonly focused: boolean;
}

/** What either editor can be asked to do. */
export interface EditorHandle {
  /** Puts the selection there and brings it into view; takes the focus where that opens no keyboard on the screen. */
  readonly reveal: (range: Range) => void;
}

/** What the policy editor gives to the one of its two implementations that is shown. */
export interface HostedEditorProps extends PolicyEditorProps {
  readonly lines: Lines;
  /** Written by the editor that leaves, read by the one that comes. */
  readonly place: RefObject<EditorPlace | undefined>;
  readonly handle: Ref<EditorHandle>;
  readonly onEscape: () => void;
  /** It does not start: the plain editor has to stay. */
  readonly onFail: () => void;
}
