import { expect, test } from 'vitest';
import {
  addPolicy,
  builtInCatalog,
  collectionFor,
  commandFacts,
  createDiagnoser,
  decodeLink,
  EMPTY_DOCUMENT,
  encodeLink,
  evidenceReader,
  mergeEvidence,
  validate,
} from '@/lib/index';

const MESSAGE =
  'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::inbox/report.csv" with an explicit deny in an identity-based policy';
const POLICY =
  '{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::inbox/*" } }';

test('a program gets from a message and a policy to the verdict, the findings, the script and the link', () => {
  const catalog = builtInCatalog();
  const stated = mergeEvidence({ ...EMPTY_DOCUMENT, evidence: MESSAGE }, evidenceReader());
  const document = addPolicy(stated, { type: 'identity', name: 'Own', text: POLICY });
  const diagnosis = createDiagnoser(catalog).diagnose(document);
  expect(diagnosis.verdict.decision).toBe('explicitDeny');
  expect(diagnosis.headline).toBe('Denied by statement 1 of `Own` (identity-based policy)');
  expect(validate('identity', POLICY, catalog).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(collectionFor(commandFacts(document, diagnosis))).toMatchObject({ kind: 'script' });
  const link = encodeLink(document);
  expect('fragment' in link && decodeLink(link.fragment)).toMatchObject({ document });
});
