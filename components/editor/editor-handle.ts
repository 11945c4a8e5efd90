import type { Ref, RefObject } from 'react';
import type { TextEdit } from '@/lib/text/edit';
import type { Range } from '@/lib/text/range';
import type { EditorHelp } from './editor-help';
import type { LanguageTools } from './language-tools';
import type { Lines } from './lines';
import type { PolicyEditorProps } from './policy-editor-props';

/** What is carried over when one editor takes the other's place: offsets in the text with `\n` line ends. */
export interface EditorPlace {
  readonly selection: Range;
  readonly scrollTop: number;
  readonly focused: boolean;
}

/** What either editor can be asked to do. Edits and selections count in the text with `\n` line ends. */
export interface EditorHandle {
  /** Puts the selection there and brings it into view; takes the focus where that opens no keyboard on the screen. */
  readonly reveal: (range: Range) => void;
  /** Changes the text as if it had been typed; the caret stays where it was unless a selection is given. */
  readonly apply: (edits: readonly TextEdit[], selection?: Range) => void;
  /** Shows what can be put in at the caret. */
  readonly suggest: () => void;
  readonly focus: () => void;
}

/** The help as the editors use it: what it is about, with the code that computes it. */
export interface HostedHelp extends EditorHelp {
  readonly tools: LanguageTools;
}

/** What the policy editor gives to the one of its two implementations that is shown. */
export interface HostedEditorProps extends Omit<PolicyEditorProps, 'help'> {
  readonly lines: Lines;
  /** Written by the editor that leaves, read by the one that comes. */
  readonly place: RefObject<EditorPlace | undefined>;
  readonly handle: Ref<EditorHandle>;
  /** Left out until it is loaded, and where there is none. */
  readonly help?: HostedHelp | undefined;
  readonly onCaret: (offset: number) => void;
  readonly onEscape: () => void;
  /** The key for the changes that are offered at the caret; Monaco shows them itself. */
  readonly onActions: () => void;
  /** It does not start: the plain editor has to stay. */
  readonly onFail: () => void;
}
