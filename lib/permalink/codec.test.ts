import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { POLICY_TYPES } from '@/lib/iam/policy-type';
import { fromBase64url, toBase64url } from '@/lib/permalink/base64url';
import { decodeLink, encodeLink } from '@/lib/permalink/codec';
import { crc32 } from '@/lib/permalink/crc32';
import { DICTIONARY } from '@/lib/permalink/dictionary';
import golden from './golden-links.json';

const POLICY = JSON.stringify(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] },
  null,
  2,
);
const SAMPLE: DiagnosisDocument = {
  whydenied: 1,
  request: { principal: 'arn:aws:iam::123456789012:user/JohnDoe', action: 'dynamodb:PutItem', resource: '*' },
  policies: [{ type: 'scp', name: 'OnlyS3', attachedTo: 'Root', document: POLICY }],
};

function linkOf(document: DiagnosisDocument): string {
  const encoded = encodeLink(document);
  if ('refused' in encoded) throw new Error(encoded.refused);
  return encoded.fragment;
}

/** A link of any bytes with a right checksum, as a hostile sender makes it. */
function forged(packed: Uint8Array, version = 1): string {
  const length: number[] = [];
  for (let rest = packed.length; rest > 0 || length.length === 0; rest >>>= 7)
    length.push((rest & 127) | (rest > 127 ? 128 : 0));
  const sum = crc32(packed);
  const head = [version, sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255, ...length];
  const bytes = new Uint8Array(head.length + packed.length);
  bytes.set(head);
  bytes.set(packed, head.length);
  return `#w=${toBase64url(bytes)}`;
}

const pack = (text: string) => deflateSync(strToU8(text), { dictionary: strToU8(DICTIONARY) });

function refuse(name: string, link: string, message: RegExp) {
  test(name, () => {
    const read = decodeLink(link);
    expect('refused' in read ? read.refused : read).toMatch(message);
  });
}

// Field names that no version of the format uses, to see that they are kept.
// JSON has no negative zero.
const jsonValue = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const unknownFields = fc.dictionary(fc.stringMatching(/^x[a-z]{1,6}$/), jsonValue, { maxKeys: 2 });
const text = fc.string({ unit: 'grapheme', maxLength: 80 });
const policy = fc.tuple(
  unknownFields,
  fc.record({ type: fc.constantFrom(...POLICY_TYPES), document: fc.oneof(text, fc.constant(POLICY)) }),
  fc.record({ name: text, attachedTo: text, arn: text }, { requiredKeys: [] }),
);
const documents: fc.Arbitrary<DiagnosisDocument> = fc
  .tuple(
    unknownFields,
    fc.record(
      {
        title: text,
        evidence: fc.oneof(text, fc.array(fc.record({ text }), { maxLength: 3 })),
        request: fc.record(
          {
            principal: text,
            action: text,
            context: fc.dictionary(fc.string(), fc.oneof(text, fc.array(text), fc.boolean())),
          },
          { requiredKeys: [] },
        ),
        notApplicable: fc.subarray([...POLICY_TYPES]),
        policies: fc.array(
          policy.map(([unknown, required, optional]) => ({ ...unknown, ...required, ...optional })),
          { maxLength: 4 },
        ),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([unknown, fields]) => ({ whydenied: 1 as const, ...unknown, ...fields }))
  // No format of ours has such keys; they are dropped on opening.
  .filter((document) => !JSON.stringify(document).includes('"__proto__"'));

describe('round trip', () => {
  test('a link opens to the document it was made from', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(decodeLink(linkOf(document))).toEqual({ document, problems: [] });
      }),
    );
  });

  test('a changed link opens to the same document or to none', () => {
    const link = linkOf(SAMPLE);
    const place = fc.integer({ min: 3, max: link.length });
    const change = fc.oneof(
      fc
        .tuple(place, fc.stringMatching(/^[\w-]$/))
        .map(([at, letter]) => link.slice(0, at) + letter + link.slice(at + 1)),
      fc
        .tuple(place, fc.string({ unit: 'binary', maxLength: 3 }))
        .map(([at, more]) => link.slice(0, at) + more + link.slice(at)),
      fc.tuple(place, place).map(([from, to]) => link.slice(0, Math.min(from, to)) + link.slice(Math.max(from, to))),
      fc.tuple(place, place).map(([from, to]) => link.slice(0, from) + link.slice(to) + link.slice(from)),
    );
    fc.assert(
      fc.property(change, (changed) => {
        const read = decodeLink(changed);
        if ('refused' in read) expect(read.refused).toMatch(/\.$/);
        else expect(read.document).toEqual(SAMPLE);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a cut link opens nothing, wherever it was cut', () => {
    const link = linkOf(SAMPLE);
    for (let end = 3; end < link.length; end++) expect(decodeLink(link.slice(0, end))).toHaveProperty('refused');
  });

  test('whatever text stands for a link, it is opened or refused', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.uint8Array().map(toBase64url),
      fc.uint8Array().map((bytes) => forged(bytes)),
    );
    fc.assert(
      fc.property(any, (link) => {
        expect(decodeLink(link)).toBeTypeOf('object');
      }),
    );
  });

  test('base64url of any bytes is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
      }),
    );
  });

  test('half a surrogate pair', () => {
    const document = { ...SAMPLE, title: 'half \ud83d pair' };
    expect(decodeLink(linkOf(document))).toEqual({ document, problems: [] });
  });

  test('a policy of 100,000 characters', () => {
    const statement = JSON.stringify({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop/*' });
    const long = {
      ...SAMPLE,
      policies: [
        {
          type: 'identity' as const,
          document: `{"Statement":[${Array.from({ length: 1_200 }, () => statement).join(',\n')}]}`,
        },
      ],
    };
    expect(decodeLink(linkOf(long))).toEqual({ document: long, problems: [] });
  });
});

describe('links as they arrive', () => {
  const payload = linkOf(SAMPLE).slice(3);
  const half = Math.floor(payload.length / 2);
  test.each([
    ['the payload alone', payload],
    ['the fragment', `#w=${payload}`],
    ['the whole address', `https://whydenied.example/diagnose/#w=${payload}`],
    ['without the slash before the fragment', `http://127.0.0.1:3000/tools/diagnose#w=${payload}`],
    ['a full stop behind it', `see https://whydenied.example/diagnose/#w=${payload}.`],
    ['brackets around it', `(<https://whydenied.example/diagnose/#w=${payload}>)`],
    ['a sentence behind it', `https://whydenied.example/diagnose/#w=${payload} please have a look`],
    [
      'line breaks and quote marks',
      `> https://whydenied.example/diagnose/#w=${payload.slice(0, half)}\r\n> ${payload.slice(half)}\n`,
    ],
    ['a soft line break of mail', `#w=${payload.slice(0, half)}=\n${payload.slice(half)}`],
    ['zero-width characters', `#w=${payload.slice(0, half)}\u200B\u2060${payload.slice(half)}\uFEFF`],
    [
      'percent escapes',
      `https://whydenied.example/diagnose/%23w%3D${payload.replaceAll('-', '%2D').replaceAll('_', '%5F')}`,
    ],
    ['escaped invisible characters', `#w=${payload.slice(0, half)}%E2%80%8B${payload.slice(half)}`],
    ['the common alphabet with padding', `#w=${payload.replaceAll('-', '+').replaceAll('_', '/')}==`],
  ])('%s', (_, link) => {
    expect(decodeLink(link)).toEqual({ document: SAMPLE, problems: [] });
  });
});

describe('links that open nothing', () => {
  const link = linkOf(SAMPLE);
  refuse('nothing behind the mark', '#w=', /holds no diagnosis/);
  refuse('an empty text', '', /holds no diagnosis/);
  refuse(
    'cut in the middle',
    link.slice(0, link.length / 2),
    /was cut on its way\. Only \d+ % of it arrived\. Copy it again/,
  );
  refuse('cut at once', link.slice(0, 8), /was cut on its way\. Copy it again/);
  refuse(
    'one letter changed',
    `${link.slice(0, 30)}${link[30] === 'A' ? 'B' : 'A'}${link.slice(31)}`,
    /damaged on its way/,
  );
  refuse('of a newer version', forged(pack('{}'), 2), /newer WhyDenied \(link version 2/);
  refuse('of version 0', forged(pack('{}'), 0), /damaged/);
  refuse('too long', `#w=${'A'.repeat(1_500_001)}`, /too large/);
  refuse('far too long', `#w=${'A'.repeat(10_000_000)}`, /too large/);
  refuse('a few bytes that stand for gigabytes', forged(deflateSync(new Uint8Array(200_000_000))), /too large/);
  refuse('packed bytes that are no deflate', forged(Uint8Array.of(255, 255, 255)), /damaged/);
  refuse('no document in it', forged(pack('[1]')), /cannot be opened\. This is a list/);
  refuse(
    'nested 100,000 levels',
    forged(pack(`{"whydenied":1,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)),
    /levels deep/,
  );
  refuse('a document of a newer format', forged(pack('{"whydenied":9}')), /newer WhyDenied \(format 9/);

  test('keys that reach for a prototype are harmless', () => {
    const read = decodeLink(
      forged(pack('{"whydenied":1,"__proto__":{"hacked":1},"request":{"context":{"__proto__":"x"}}}')),
    );
    expect(read).toEqual({ document: { whydenied: 1, request: { context: {} } }, problems: [] });
    expect(Reflect.get({}, 'hacked')).toBeUndefined();
  });

  test('more policies than a link takes', () => {
    const policies = Array.from({ length: 501 }, () => ({ type: 'scp' as const, document: '' }));
    expect(encodeLink({ whydenied: 1, policies })).toHaveProperty('refused');
    const read = decodeLink(forged(pack(JSON.stringify({ whydenied: 1, policies }))));
    expect('document' in read && read.document.policies).toHaveLength(500);
  });
});

describe('what is put in', () => {
  test('secrets are not, and that is told', () => {
    const key = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYab';
    const encoded = encodeLink({ ...SAMPLE, evidence: `aws_secret_access_key=${key}`, x: { SecretAccessKey: key } });
    expect('cut' in encoded && encoded.cut).toEqual(['secret access key']);
    expect(JSON.stringify(decodeLink('fragment' in encoded ? encoded.fragment : ''))).not.toContain(key);
  });

  test('an original that says nothing is not', () => {
    const typed = { ...SAMPLE, policies: [{ type: 'scp' as const, document: POLICY, original: '' }] };
    expect(decodeLink(linkOf(typed))).toMatchObject({ document: { policies: [{ type: 'scp', document: POLICY }] } });
    expect(JSON.stringify(decodeLink(linkOf(typed)))).not.toContain('original');
  });
});

describe('links of version 1 open for ever', () => {
  test('their dictionary is frozen', () => {
    expect(createHash('sha256').update(DICTIONARY).digest('hex')).toBe(
      'a74f125546d5eb436b452a98c19318de7fe7db93c6cbcae303da407f8a0b6574',
    );
  });

  test.each(golden.map(({ note, link, document }) => [note, link, document] as const))('%s', (_, link, document) => {
    expect(decodeLink(link)).toEqual({ document, problems: [] });
  });
});
