import { redact } from '@/lib/diagnosis/redact';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { tidied } from '@/lib/diagnosis/tidy';
import { titleOf } from '@/lib/diagnosis/title';

export interface ExportedFile {
  /** Named after the title: `putitem-denied-for-johndoe.whydenied.json`. */
  readonly name: string;
  readonly text: string;
  /** Kinds of secrets that were cut and are not in the file. */
  readonly cut: readonly string[];
}

/** The diagnosis as a file that `openDocument` and the command line read. */
export function exportFile(document: DiagnosisDocument): ExportedFile {
  const { document: clean, kinds } = redact(tidied(document));
  const name = titleOf(clean)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return { name: `${name || 'diagnosis'}.whydenied.json`, text: `${JSON.stringify(clean, null, 2)}\n`, cut: kinds };
}
