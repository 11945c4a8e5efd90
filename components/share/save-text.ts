/** Saves a text as a file on the person's own machine. */
export function saveText(fileName: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const anchor = window.document.createElement('a');
  anchor.href = url;
  anchor.download = fileName;
  anchor.click();
  // The browser has taken the blob over by then.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
