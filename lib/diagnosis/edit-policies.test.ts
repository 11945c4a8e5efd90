import { describe, expect, test } from 'vitest';
import { EMPTY_DOCUMENT } from '@/lib/diagnosis/edit';
import {
  addLevel,
  addPolicy,
  FULL_AWS_ACCESS,
  removePolicy,
  renameLevel,
  renamePolicy,
  restoreOriginal,
  setAttachedTo,
  setPolicyArn,
  setPolicyText,
  setPolicyType,
} from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';
import { tidied } from '@/lib/diagnosis/tidy';

const LONG = '{ "Statement": [ { "Effect": "Allow", "Action": "*", "Resource": "*" } ] }';

function check(
  name: string,
  from: readonly DocumentPolicy[],
  edit: (document: DiagnosisDocument) => DiagnosisDocument,
  want: readonly DocumentPolicy[],
) {
  test(name, () => {
    expect(edit({ ...EMPTY_DOCUMENT, x: 1, policies: [...from] })).toEqual({
      ...EMPTY_DOCUMENT,
      x: 1,
      ...(want.length > 0 && { policies: want }),
    });
  });
}

describe('adding', () => {
  const policy = { type: 'identity', name: 'Policy', document: '' } as const;
  check('names what has no name', [policy], (d) => addPolicy(d, { type: 'identity' }), [
    policy,
    { type: 'identity', name: 'Policy 2', document: '' },
  ]);
  check(
    'names are free per place of attachment',
    [policy],
    (d) => addPolicy(d, { type: 'identity', attachedTo: 'group:A' }),
    [policy, { type: 'identity', name: 'Policy', attachedTo: 'group:A', document: '' }],
  );
  check(
    'takes a text, a name and an ARN',
    [],
    (d) => addPolicy(d, { type: 'boundary', name: 'B', arn: 'arn:x', text: LONG }),
    [{ type: 'boundary', name: 'B', arn: 'arn:x', document: LONG }],
  );
  check('a level of SCPs starts with what AWS attaches', [], (d) => addLevel(d, 'scp', 'Root'), [
    { type: 'scp', name: 'FullAWSAccess', attachedTo: 'Root', document: FULL_AWS_ACCESS },
  ]);
  check('a level of RCPs starts empty', [], (d) => addLevel(d, 'rcp', 'Root'), [
    { type: 'rcp', name: 'RCP', attachedTo: 'Root', document: '' },
  ]);
});

describe('the text', () => {
  const pasted = { type: 'scp', document: LONG, tint: 'red' } as const;
  check('keeps the first one', [pasted], (d) => setPolicyText(setPolicyText(d, 0, 'a'), 0, 'b'), [
    { ...pasted, document: 'b', original: LONG },
  ]);
  check('the first one comes back', [{ ...pasted, document: 'b', original: LONG }], (d) => restoreOriginal(d, 0), [
    pasted,
  ]);
  check('of an object is its print', [{ type: 'scp', document: { a: 1 } }], (d) => setPolicyText(d, 0, 'x'), [
    { type: 'scp', document: 'x', original: '{\n  "a": 1\n}' },
  ]);
  test('typed letter by letter is no pasted text', () => {
    const typed = ['{', '{}', '{ }', LONG].reduce(
      (d, text) => setPolicyText(d, 0, text),
      addPolicy(EMPTY_DOCUMENT, { type: 'scp' }),
    );
    expect(tidied(typed).policies).toEqual([{ type: 'scp', name: 'SCP', document: LONG }]);
    expect(restoreOriginal(typed, 0)).toBe(typed);
  });
  test('pasted over nothing is the first one', () => {
    const edited = [LONG, `${LONG} `].reduce(
      (d, text) => setPolicyText(d, 0, text),
      addPolicy(EMPTY_DOCUMENT, { type: 'scp' }),
    );
    expect(tidied(edited).policies).toEqual([{ type: 'scp', name: 'SCP', document: `${LONG} `, original: LONG }]);
  });
  test('put back as it was has no original to show', () => {
    const back = ['a', LONG].reduce<DiagnosisDocument>((d, text) => setPolicyText(d, 0, text), {
      whydenied: 1,
      policies: [pasted],
    });
    expect(tidied(back).policies).toEqual([pasted]);
  });
});

describe('moving', () => {
  const scp = { type: 'scp', name: 'A', attachedTo: 'Root', document: '' } as const;
  check('to another type leaves the place of attachment behind', [scp], (d) => setPolicyType(d, 0, 'boundary'), [
    { type: 'boundary', name: 'A', document: '' },
  ]);
  check('to another place', [scp], (d) => setAttachedTo(d, 0, 'OU'), [{ ...scp, attachedTo: 'OU' }]);
  check('to no place', [scp], (d) => setAttachedTo(d, 0, ''), [{ type: 'scp', name: 'A', document: '' }]);
  check(
    'a level takes its policies along',
    [scp, { ...scp, type: 'rcp' }],
    (d) => renameLevel(d, 'scp', 'Root', 'r-1'),
    [
      { ...scp, attachedTo: 'r-1' },
      { ...scp, type: 'rcp' },
    ],
  );
  check('renaming', [scp], (d) => renamePolicy(d, 0, 'B'), [{ ...scp, name: 'B' }]);
  check('an ARN comes and goes', [scp], (d) => setPolicyArn(setPolicyArn(d, 0, 'arn:x'), 0, ''), [scp]);
  check('removing the last one', [scp], (d) => removePolicy(d, 0), []);
});

test('an edit that changes nothing, or a place that is not there, gives the same document back', () => {
  const document: DiagnosisDocument = { whydenied: 1, policies: [{ type: 'scp', document: LONG }] };
  expect(setPolicyText(document, 0, LONG)).toBe(document);
  expect(setPolicyText(document, 5, 'x')).toBe(document);
  expect(setPolicyType(document, 0, 'scp')).toBe(document);
});
