import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DenialReader, denialOf } from '@/lib/cloudtrail/denial';
import { DenialStream, type DenialSummary } from '@/lib/cloudtrail/stream';
import { readEvidence } from '@/lib/evidence/read';
import { DRESSES, deniedEvent, FLAT_DRESSES } from '@/lib/testing/cloudtrail-files';

function summary(bytes: Uint8Array, cuts: readonly number[] = []): DenialSummary {
  const stream = new DenialStream();
  const sink = stream.open('events.json');
  const borders = [0, ...cuts.filter((cut) => cut <= bytes.length).sort((one, other) => one - other), bytes.length];
  for (const [place, border] of borders.entries()) sink.push(bytes.subarray(borders[place - 1] ?? 0, border));
  sink.end();
  return stream.summary();
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const summaryOf = (text: string) => summary(bytesOf(text));

// Codes, sentences and names that matter, and some that look alike.
const CODES = [
  undefined,
  null,
  'AccessDenied',
  'Client.UnauthorizedOperation',
  'NoSuchEntityException',
  '403',
  403,
  'VpceAccessDenied',
];
const MESSAGES = [
  undefined,
  null,
  'Access Denied',
  'The security token included in the request is expired',
  'User: arn:aws:iam::111122223333:user/kim is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs with an explicit deny in a service control policy',
  'You are not authorized to perform this operation. Encoded authorization failure message: abc',
  'errorCode',
];
const TEXTS = [
  'a',
  '"',
  '\\',
  '\n',
  '{',
  '}',
  '[',
  ']',
  '","',
  'errorCode',
  '🐈',
  'é',
  '\u0000',
  '{"eventVersion"',
  '',
];

const texts = fc.array(fc.constantFrom(...TEXTS), { maxLength: 6 }).map((parts) => parts.join(''));
const anyJson = fc.jsonValue({ maxDepth: 3 });
const events = fc
  .record({
    errorCode: fc.constantFrom(...CODES),
    errorMessage: fc.constantFrom(...MESSAGES),
    userAgent: texts,
    requestParameters: fc.oneof(anyJson, fc.dictionary(texts, texts)),
    eventName: fc.constantFrom('GetObject', 'PutObject'),
    resource: fc.nat(30),
  })
  .map(({ resource, ...change }) =>
    deniedEvent({ ...change, resources: [{ ARN: `arn:aws:s3:::shop/${resource}`, accountId: '111122223333' }] }),
  );
const dressed = fc
  .tuple(
    fc.array(events, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(...Object.values({ ...DRESSES, ...FLAT_DRESSES })),
  )
  .map(([some, dress]) => ({ some, file: dress(some) }));
const files = dressed.map(({ file }) => file);
const cutPlaces = fc.array(fc.nat(6000), { maxLength: 12 });

test('where a file is cut into pieces changes nothing', () => {
  fc.assert(
    fc.property(files, fc.boolean(), cutPlaces, (file, isPacked, cuts) => {
      const bytes = isPacked ? Uint8Array.from(gzipSync(file)) : bytesOf(file);
      expect(summary(bytes, cuts)).toEqual(summary(bytes));
    }),
    { numRuns: 150 },
  );
});

test('in pieces of one byte it is the same', () => {
  fc.assert(
    fc.property(files, (file) => {
      const bytes = bytesOf(file);
      expect(
        summary(
          bytes,
          Array.from(bytes, (_byte, place) => place),
        ),
      ).toEqual(summary(bytes));
    }),
    { numRuns: 40 },
  );
});

test('every event is found that the reader of pasted text takes as a denial, and no other', () => {
  const denied = (text: string) => readEvidence(text).reports.filter((report) => report.isAccessDenied).length;
  fc.assert(
    fc.property(dressed, ({ some, file }) => {
      const { count } = summaryOf(file).total;
      expect(count).toBe(some.filter((event) => denied(JSON.stringify(event)) > 0).length);
      expect(denied(file)).toBeLessThanOrEqual(count);
    }),
    { numRuns: 200 },
  );
});

test('a name that is written with escapes is still found', () => {
  const escaped = (text: string, place: number) =>
    text.replace('errorCode', (name) => {
      const letter = name.charCodeAt(place).toString(16).padStart(4, '0');
      return `${name.slice(0, place)}\\u${letter}${name.slice(place + 1)}`;
    });
  for (let place = 0; place < 9; place++) {
    const line = escaped(JSON.stringify(deniedEvent({ errorMessage: undefined })), place);
    expect(JSON.parse(line)).toHaveProperty('errorCode', 'AccessDenied');
    expect(summaryOf(line).total.count).toBe(1);
  }
});

describe('bad input never throws, whole or cut anywhere', () => {
  const hostile = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({
        unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', 'a', '\n', '{"eventVersion"', '"Records":['),
        maxLength: 200,
      })
      .map(bytesOf),
    files.chain((file) => fc.nat(file.length).map((end) => bytesOf(file.slice(0, end)))),
    files.chain((file) => fc.nat(400).map((end) => Uint8Array.from(gzipSync(file)).subarray(0, end))),
    fc.tuple(files, fc.nat(300), fc.nat(255)).map(([file, at, byte]) => {
      const bytes = Uint8Array.from(gzipSync(file));
      bytes[at] = byte;
      return bytes;
    }),
    fc
      .tuple(files, fc.nat(2000), fc.constantFrom('"', '{', '}', '\n', '\\'))
      .map(([file, at, sign]) => bytesOf(file.slice(0, at) + sign + file.slice(at))),
  );
  test('and how it is cut into pieces changes nothing', () => {
    fc.assert(
      fc.property(hostile, cutPlaces, (bytes, cuts) => {
        const whole = summary(bytes);
        if (bytes[0] !== 0x1f) expect(summary(bytes, cuts)).toEqual(whole);
        else expect(() => summary(bytes, cuts)).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });

  test.each<readonly [string, (size: number) => string]>([
    ['brackets that never close', (size) => '['.repeat(size)],
    ['braces that never close', (size) => '{"a":'.repeat(size / 5)],
    ['closing brackets alone', (size) => ']'.repeat(size)],
    ['quotes', (size) => '{"'.repeat(size / 2)],
    ['backslashes', (size) => `{"${'\\'.repeat(size)}`],
    ['beginnings of events', (size) => `["${',{"eventVersion"'.repeat(size / 16)}`],
    ['beginnings of lists', (size) => '{"Records":['.repeat(size / 12)],
    ['half a table', (size) => `eventName,eventSource\n"${'""'.repeat(size / 2)}`],
    ['one long line', (size) => `{"a":"${'x'.repeat(size)}`],
  ])('%s: time grows no faster than the input', (_name, make) => {
    const timed = (size: number) => {
      const bytes = bytesOf(make(size));
      const start = performance.now();
      const stream = new DenialStream();
      const sink = stream.open('a');
      for (let at = 0; at < bytes.length; at += 65_536) sink.push(bytes.subarray(at, at + 65_536));
      sink.end();
      return performance.now() - start;
    };
    timed(300_000);
    // Quadratic would be 16 times as long for four times the input, and minutes for this one.
    expect(timed(16_000_000)).toBeLessThan(8000);
  });
});

test('what one reading serves is the same for each event', () => {
  const reader = new DenialReader();
  fc.assert(
    fc.property(events, fc.constantFrom('2026-03-01T00:00:00Z', undefined), fc.string(), (event, eventTime, id) => {
      const changed = {
        ...event,
        eventTime,
        eventID: id,
        requestID: id,
        userAgent: id,
        sourceIPAddress: '198.51.100.7',
      };
      expect(reader.read(changed)).toEqual(denialOf(event));
    }),
  );
});
