import { basename } from 'node:path';
import { addPolicy } from '@/lib/diagnosis/edit-policies';
import { mergeEvidence } from '@/lib/diagnosis/merge-evidence';
import { evidenceReader } from '@/lib/diagnosis/read-parts';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { Arguments } from './arguments';

type Given = Pick<Arguments, 'evidence' | 'policies' | 'request'>;

/** Whether the command line itself names what to diagnose. */
export function namesDocument({ evidence, policies, request }: Given): boolean {
  return evidence.length > 0 || policies.length > 0 || request !== undefined;
}

/** Adds to a document what the command line names: a request, messages, policies. What is named there is typed, so it wins. */
export function withArguments(
  document: DiagnosisDocument,
  given: Given,
  readFile: (file: string) => string,
): DiagnosisDocument {
  const texts = given.evidence.map((file) => ({ text: readFile(file), label: basename(file) }));
  const requested =
    given.request === undefined
      ? document
      : { ...document, request: { ...document.request, ...readRequest(given.request) } };
  const known = typeof requested.evidence === 'string' ? [{ text: requested.evidence }] : (requested.evidence ?? []);
  const evidence = [...known, ...texts];
  const withTexts = evidence.length === 0 ? requested : { ...requested, evidence };
  const filled = texts.length === 0 ? withTexts : mergeEvidence(withTexts, evidenceReader());
  return given.policies.reduce(
    (growing, { type, label, file }) =>
      addPolicy(growing, {
        type,
        name: basename(file).replace(/\.json$/, ''),
        text: readFile(file),
        ...(label !== undefined && { attachedTo: label }),
      }),
    filled,
  );
}

/** "principal action resource"; a resource may hold blanks, the other two cannot. */
function readRequest(request: string): NonNullable<DiagnosisDocument['request']> {
  const [principal = '', action = '', ...resource] = request.trim().split(/\s+/);
  return {
    ...(principal && { principal }),
    ...(action && { action }),
    ...(resource.length > 0 && { resource: resource.join(' ') }),
  };
}
