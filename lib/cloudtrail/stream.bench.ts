import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bench, describe } from 'vitest';
import { RecordSplitter } from '@/lib/cloudtrail/split-records';
import { DenialStream } from '@/lib/cloudtrail/stream';
import { textOf, Unpacker } from '@/lib/cloudtrail/unpack';
import { randomTrail } from '@/lib/testing/random-trail';

// A trail of 200 MB, about 2 GB unpacked, against what cannot be avoided by anyone who parses every record. TRAIL_MB=20 is quicker.

const MEGABYTES = Number(process.env.TRAIL_MB ?? 200);
const MOST = 1.5;
const file = join(process.cwd(), '.cache', 'bench', `trail-${MEGABYTES}.json.gz`);
const measured: Record<string, { readonly seconds: number; readonly peak: number; readonly found: number }> = {};

if (!existsSync(file)) makeTrail();

describe(`a trail of ${MEGABYTES} MB`, () => {
  const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };
  bench('unpack, and parse each record', () => measure('parse each', parseEach), once);
  bench(
    'read the denials',
    () => {
      measure('read', readDenials);
      compare();
    },
    once,
  );
});

function compare(): void {
  const { read, 'parse each': parse } = measured;
  if (read === undefined || parse === undefined) throw new Error('Both have to run.');
  const ratio = read.seconds / parse.seconds;
  for (const [name, { seconds, peak, found }] of Object.entries(measured)) {
    const memory = `${(peak / 1e6).toFixed(0)} MB of memory at most`;
    console.log(`${name}: ${seconds.toFixed(1)} s, ${memory}, ${found.toLocaleString('en-US')} found`);
  }
  console.log(`Reading takes ${ratio.toFixed(2)} times as long as parsing each record; at most ${MOST} is wanted.`);
  if (ratio > MOST) throw new Error(`Reading takes ${ratio.toFixed(2)} times as long as parsing each record.`);
}

function parseEach(piecesOf: (take: (piece: Uint8Array) => void) => void): number {
  let count = 0;
  const splitter = new RecordSplitter({
    record: ({ bytes }) => {
      JSON.parse(textOf(bytes));
      count++;
    },
    broken: () => {
      throw new Error('The trail is broken.');
    },
  });
  const unpacker = new Unpacker({
    bytes: (bytes) => splitter.push(bytes),
    fault: (fault) => {
      throw new Error(fault);
    },
  });
  piecesOf((piece) => unpacker.push(piece));
  unpacker.end();
  splitter.end();
  return count;
}

function readDenials(piecesOf: (take: (piece: Uint8Array) => void) => void): number {
  const stream = new DenialStream();
  const sink = stream.open(file);
  piecesOf(sink.push);
  sink.end();
  const { total, problems } = stream.summary();
  if (problems.length > 0 || total.count === 0) throw new Error('The trail was not read.');
  return total.count;
}

function measure(name: string, work: (piecesOf: (take: (piece: Uint8Array) => void) => void) => number): void {
  let peak = 0;
  // Of the processor, not of the clock: other processes must not decide.
  const start = process.cpuUsage();
  const found = work((take) => {
    const opened = openSync(file, 'r');
    for (;;) {
      const piece = new Uint8Array(1_048_576);
      const length = readSync(opened, piece);
      if (length === 0) break;
      take(piece.subarray(0, length));
      peak = Math.max(peak, process.memoryUsage.rss());
    }
    closeSync(opened);
  });
  const { user, system } = process.cpuUsage(start);
  const seconds = Math.min((user + system) / 1e6, measured[name]?.seconds ?? Number.POSITIVE_INFINITY);
  measured[name] = { seconds, peak, found };
}

/** Members of a few hundred records each, as the files of a trail put together. */
function makeTrail(): void {
  mkdirSync(join(process.cwd(), '.cache', 'bench'), { recursive: true });
  const next = randomTrail(20_260_301);
  const own = `${file}.${process.pid}`;
  const opened = openSync(own, 'w');
  while (statSync(own).size < MEGABYTES * 1e6) {
    writeSync(opened, gzipSync(JSON.stringify({ Records: Array.from({ length: 500 }, next) })));
  }
  closeSync(opened);
  renameSync(own, file);
}
