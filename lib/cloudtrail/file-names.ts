/** Whether a file in a folder is one to read. CloudTrail's digests prove its files unchanged and hold no events. */
export function isTrailFile(path: string): boolean {
  return /\.(?:json|jsonl|ndjson|csv|tsv|log|txt|gz)$/i.test(path) && !/(?:^|[/\\])CloudTrail-Digest[/\\]/.test(path);
}
