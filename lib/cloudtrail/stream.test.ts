import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DenialStream, type DenialSummary } from '@/lib/cloudtrail/stream';
import { DRESSES, deniedEvent, FLAT_DRESSES, passedEvent } from '@/lib/testing/cloudtrail-files';

const encoder = new TextEncoder();

function summary(file: string | Uint8Array, cuts: readonly number[] = []): DenialSummary {
  const stream = new DenialStream();
  const bytes = typeof file === 'string' ? encoder.encode(file) : file;
  const sink = stream.open('events.json');
  const borders = [0, ...cuts.filter((cut) => cut <= bytes.length).sort((one, other) => one - other), bytes.length];
  for (const [place, border] of borders.entries()) sink.push(bytes.subarray(borders[place - 1] ?? 0, border));
  sink.end();
  return stream.summary();
}

const EVENTS = [
  passedEvent(),
  deniedEvent(),
  passedEvent(),
  deniedEvent({ eventName: 'PutObject', errorMessage: 'Access Denied' }),
];

describe('events are found however they are dressed', () => {
  test.each(Object.entries({ ...DRESSES, ...FLAT_DRESSES }))('%s', (_name, dress) => {
    const { events, total, groups, problems } = summary(dress(EVENTS));
    expect(problems).toEqual([]);
    expect([events, total.count]).toEqual([4, 2]);
    expect(new Set(groups.map(({ action }) => action))).toEqual(new Set(['s3:GetObject', 's3:PutObject']));
  });

  test('an error that the service answered counts as well', () => {
    const said = { errorMessage: 'User: x is not authorized to perform: s3:GetObject' };
    for (const responseElements of [said, { message: said.errorMessage }, { errorCode: 'AccessDenied' }]) {
      expect(summary(JSON.stringify({ Records: [{ ...passedEvent(), responseElements }] })).total.count).toBe(1);
    }
  });

  test.each(Object.entries(DRESSES))('%s, by itself', (_name, dress) => {
    expect(summary(dress([deniedEvent()])).total.count).toBe(1);
  });
});

describe('how a file is packed and written changes nothing', () => {
  const text = JSON.stringify({ Records: EVENTS });
  const utf16 = (mark: string) => Uint8Array.from(Buffer.from(`${mark}${text}`, 'utf16le'));
  const swapped = (bytes: Uint8Array) => bytes.map((_byte, place) => bytes[place ^ 1] ?? 0);
  const halves = [text.slice(0, 700), text.slice(700)];
  test.each<readonly [string, string | Uint8Array]>([
    ['gzip', gzipSync(text)],
    ['gzip of several members, cut anywhere', Buffer.concat(halves.map((half) => gzipSync(half)))],
    ['an empty member among them', Buffer.concat([gzipSync(''), gzipSync(text), gzipSync('')])],
    ['a byte-order mark', `\uFEFF${text}`],
    ['a byte-order mark in gzip', gzipSync(`\uFEFF${text}`)],
    ['UTF-16 as PowerShell writes it', utf16('\uFEFF')],
    ['UTF-16 without a mark', utf16('')],
    ['UTF-16, the other way round', swapped(utf16('\uFEFF'))],
    ['the same without a mark', swapped(utf16(''))],
    ['blank lines around', `\n\n  ${text}\n\n`],
  ])('%s', (_name, file) => {
    for (const cuts of [[], [1, 2, 3, 5, 9, 200, 201, 777]]) expect(summary(file, cuts)).toEqual(summary(text));
  });
});

describe('what cannot be read is said, and the rest is read', () => {
  const lines = EVENTS.map((event) => JSON.stringify(event));
  const file = JSON.stringify({ Records: EVENTS });
  const last = file.lastIndexOf('{"eventVersion"');
  const lastByte = encoder.encode(file.slice(0, last)).length;
  test.each<readonly [string, string | Uint8Array, number, string | undefined]>([
    ['a file cut in its last event', file.slice(0, last + 100), 1, `cut-record 1 at ${lastByte}`],
    ['a file cut between two events', file.slice(0, last - 1), 1, 'cut-record 1'],
    [
      'a file of gzip that is cut',
      Buffer.concat([gzipSync(file.slice(0, last)), gzipSync(file.slice(last)).subarray(0, -20)]),
      1,
      'cut-file 1',
    ],
    ['a file of gzip without its last byte', gzipSync(file).subarray(0, -1), 2, 'cut-file 1'],
    ['something behind gzip', Buffer.concat([gzipSync(file), Buffer.from('and so on')]), 2, 'damaged-file 1'],
    ['a line cut in a string', [lines[0]?.slice(0, 60), ...lines.slice(1)].join('\n'), 2, 'cut-record 1 at 0'],
    ['a line cut between strings', [lines[1]?.slice(0, 48), ...lines].join('\n'), 2, 'cut-record 1 at 0'],
    [
      'a quote lost in one long line',
      file.replace('"errorCode":"AccessDenied"', '"errorCode":"AccessDenied'),
      1,
      'broken-record 1',
    ],
    ['a comma lost in a denied event', file.replace(',"errorCode"', '"errorCode"'), 1, 'broken-record 1'],
    ['a bracket of the wrong kind', file.replace('{"bucketName"', '["bucketName"'), 2, 'broken-record 1 at 12'],
    [
      'an entry that is far too long',
      JSON.stringify([{ x: 'x'.repeat(1_100_000) }, ...EVENTS]),
      2,
      'large-record 1 at 1',
    ],
    [
      'an event that is far too deep',
      file.replace('"x-note":', `"x":${'['.repeat(90)}${']'.repeat(90)},"x-note":`),
      2,
      'deep-record',
    ],
    ['zip', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 0, 'packed-file 1'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0, 0, 0, 0, 1, 2, 0]), 0, 'no-text 1'],
    ['another JSON file', '{"name":"whydenied","scripts":{"test":"x"}}', 0, 'no-events 1'],
    ['prose', 'Somebody said "no', 0, 'no-events 1'],
    ['a table of something else', 'name,size\na,1\n', 0, 'no-events 1'],
    ['nothing', '', 0, 'no-events 1'],
    ['an empty list', '{"Records":[]}', 0, undefined],
  ])('%s', (_name, text, denials, problem) => {
    const { total, problems } = summary(text);
    expect(total.count).toBe(denials);
    const said = problems.map(
      ({ code, count, offset }) => `${code} ${count}${offset === undefined ? '' : ` at ${offset}`}`,
    );
    if (problem === undefined) expect(said).toEqual([]);
    else expect(said.join(', ')).toContain(problem);
    for (const { message } of problems) expect(message).toMatch(/^`events\.json`.*\.$/);
  });
});
