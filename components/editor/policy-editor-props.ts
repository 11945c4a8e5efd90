import type { Mark } from '@/lib/explanation/mark';
import type { Range } from '@/lib/text/range';
import type { EditorHelp } from './editor-help';

/** A place to jump to. A new token is a new jump, also to the same place; an old one is never jumped to again. */
export interface RevealRange extends Range {
  readonly token: number;
}

/** One interface for every editor. Ranges are offsets in `text` as given, whatever its line ends. */
export interface PolicyEditorProps {
  readonly text: string;
  /** Names the editor: "Policy `OnlyS3`" without the code marks. */
  readonly label: string;
  readonly marks: readonly Mark[];
  readonly readOnly?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** After every keystroke. The text comes back as `text`; what comes back changed is shown changed. */
  readonly onChange?: ((text: string) => void) | undefined;
  /** The document's history. Without these two the editor undoes on its own. */
  readonly onUndo?: (() => void) | undefined;
  readonly onRedo?: (() => void) | undefined;
  readonly revealRange?: RevealRange | undefined;
  /** Proposals, explanations and findings. Without it the editor shows marks alone. */
  readonly help?: EditorHelp | undefined;
}
