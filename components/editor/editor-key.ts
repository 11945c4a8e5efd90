type EditorKey = 'leave' | 'actions' | 'format';

/** What a key asks of either editor: Escape; Ctrl or ⌘ with a full stop; Shift and Alt with F. */
export function editorKey(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): EditorKey | undefined {
  if (event.key === 'Escape') return 'leave';
  if (event.key === '.' && (event.ctrlKey || event.metaKey) && !event.altKey) return 'actions';
  // With Alt some keyboards write another letter, so the key's place counts.
  if (event.code === 'KeyF' && event.shiftKey && event.altKey && !event.ctrlKey && !event.metaKey) return 'format';
  return undefined;
}
