import { editorOptions, setUpMonaco } from './monaco';
import type { CodeEditor } from './monaco-types';

/** The one Monaco of the page and the element it lives in, which moves from editor to editor. */
export interface Stage {
  readonly editor: CodeEditor;
  readonly element: HTMLElement;
}

// INVARIANT: there is at most one.
let stage: Stage | undefined;

/** Brings Monaco into `host`; made at the first call. */
export function takeStage(host: HTMLElement): Stage {
  if (!stage) {
    const monaco = setUpMonaco();
    const element = document.createElement('div');
    element.className = 'pe-monaco';
    host.append(element);
    stage = { element, editor: monaco.editor.create(element, editorOptions(getComputedStyle(host).fontFamily)) };
    // Widths measured before the web font came are wrong.
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  } else {
    host.append(stage.element);
  }
  return stage;
}
