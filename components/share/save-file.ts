import { saveText } from '@/components/share/save-text';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { exportText } from '@/lib/diagnosis/tidy';
import { titleOf } from '@/lib/diagnosis/title';

/** Saves the diagnosis as a JSON file, without its secrets. */
export function saveFile(document: DiagnosisDocument): void {
  saveText(`${fileName(titleOf(document))}.whydenied.json`, exportText(document), 'application/json');
}

/** A title as a file's name: letters and digits of any script, the rest as hyphens. */
export function fileName(title: string): string {
  const name = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return name === '' ? 'diagnosis' : name;
}
