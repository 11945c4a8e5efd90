import type { PolicyKey } from '@/components/workspace/content';
import { useWorkspace } from '@/components/workspace/store';

/** Puts what the clipboard holds into a policy; where the browser does not allow that, says how else. */
export async function pasteInto(key: PolicyKey): Promise<void> {
  const text = await readClipboard();
  const { setPolicyText, tell } = useWorkspace.getState();
  if (text !== undefined && text.trim() !== '') setPolicyText(key, text);
  else {
    const message = text === undefined ? NOT_ALLOWED : EMPTY;
    tell({ kind: 'paste', severity: 'warning', message, problems: [] });
  }
}

/** `undefined` where the browser does not let the page read it. */
async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}

const NOT_ALLOWED =
  'The browser did not let this page read the clipboard. Click into the editor and press Ctrl+V, or ⌘V on a Mac.';
const EMPTY = 'The clipboard holds no text. Copy the policy first.';
