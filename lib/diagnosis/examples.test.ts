import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { EXAMPLE_DOCUMENTS } from '@/lib/diagnosis/example-documents';
import { EXAMPLES } from '@/lib/diagnosis/examples';
import { openDocument } from '@/lib/diagnosis/open';

test('every file of the folder is in the gallery', () => {
  const files = readdirSync(new URL('examples', import.meta.url)).sort();
  expect(files).toEqual(EXAMPLES.map(({ id }) => `${id}.json`).sort());
});

test.each(EXAMPLES)('$id is a document as the format has it', ({ id }) => {
  const document = EXAMPLE_DOCUMENTS[id];
  expect(openDocument(JSON.stringify(document))).toMatchObject({ document, problems: [] });
});

test.each(EXAMPLES)('$id shows what its sentence says', ({ id, expected }) => {
  const { verdict, agreement, conflicts, problems } = diagnose(EXAMPLE_DOCUMENTS[id]);
  expect({ decision: verdict.decision, deniedBy: verdict.deniedBy }).toEqual(expected);
  expect(agreement.status).not.toBe('contradicts');
  expect(conflicts).toEqual([]);
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
});
