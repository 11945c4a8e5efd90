import type { ComponentType } from 'react';
import type { HostedEditorProps } from './editor-handle';

/** Where Monaco stands: one editor at a time has it. */
export interface Live {
  /** The editor that has Monaco, or is to have it once it is there. */
  readonly owner: string | undefined;
  /** Undefined until it is loaded. */
  readonly Editor: ComponentType<HostedEditorProps> | undefined;
  readonly failed: boolean;
  /** There is room for it; without, the plain editor stands in. */
  readonly roomy: boolean;
}

/** Below this width, and with fingers alone, the plain editor stays. */
const ROOMY = '(min-width: 700px) and (any-pointer: fine)';
const NOT_LOADED: Live = { owner: undefined, Editor: undefined, failed: false, roomy: false };

let live = NOT_LOADED;
let wanted: string | undefined;
let loading: Promise<ComponentType<HostedEditorProps> | undefined> | undefined;
const listeners = new Set<() => void>();

/** An editor got the focus: Monaco comes to it, loaded if need be. */
export function claimMonaco(editor: string): void {
  if (live.failed || !roomy()) return;
  wanted = editor;
  loading ??= import('./monaco-editor').then(
    (module) => module.MonacoEditor,
    () => undefined,
  );
  void loading.then((Editor) => {
    if (Editor) whenCalm(() => change({ owner: wanted, Editor, failed: false, roomy: roomy() }));
    else failMonaco();
  });
}

/** An editor goes away. */
export function releaseMonaco(editor: string): void {
  if (wanted === editor) wanted = undefined;
  if (live.owner === editor) change({ ...live, owner: undefined });
}

/** Monaco cannot be loaded or does not start: the plain editor stays everywhere. */
export function failMonaco(): void {
  change({ ...NOT_LOADED, owner: wanted, failed: true });
}

export function currentLive(): Live {
  return live;
}

export function noLive(): Live {
  return NOT_LOADED;
}

export function subscribeToLive(listener: () => void): () => void {
  watchHands();
  listeners.add(listener);
  const media = window.matchMedia(ROOMY);
  const onWidth = () => change({ ...live, roomy: media.matches });
  media.addEventListener('change', onWidth);
  return () => {
    listeners.delete(listener);
    media.removeEventListener('change', onWidth);
  };
}

function roomy(): boolean {
  return window.matchMedia(ROOMY).matches;
}

function change(next: Live): void {
  const { owner, Editor, failed } = next;
  if (owner === live.owner && Editor === live.Editor && failed === live.failed && next.roomy === live.roomy) return;
  live = next;
  for (const listener of listeners) listener();
}

// One editor must not take the other's place while a button is held (a selection being drawn), an input method has not
// finished its word, or a list of proposals is open.
let pressed = false;
let composing = false;
let held = false;
let waiting: (() => void) | undefined;
let watching = false;

/** The plain editor has a list open that would be lost with it, or has it no longer. */
export function holdMonaco(hold: boolean): void {
  held = hold;
  calm();
}

function whenCalm(run: () => void): void {
  if (pressed || composing || held) waiting = run;
  else run();
}

function calm(): void {
  // After the browser's own work on the same event: it places the caret.
  window.setTimeout(() => {
    if (pressed || composing || held) return;
    waiting?.();
    waiting = undefined;
  });
}

function watchHands(): void {
  if (watching) return;
  watching = true;
  const on = (type: string, run: () => void) => window.addEventListener(type, run, { capture: true, passive: true });
  on('pointerdown', () => {
    pressed = true;
  });
  for (const type of ['pointerup', 'pointercancel', 'dragend']) {
    on(type, () => {
      pressed = false;
      calm();
    });
  }
  on('compositionstart', () => {
    composing = true;
  });
  on('compositionend', () => {
    composing = false;
    calm();
  });
}
