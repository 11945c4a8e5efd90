import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { RecordSplitter } from '@/lib/cloudtrail/split-records';
import { DenialStream } from '@/lib/cloudtrail/stream';
import { textOf, Unpacker } from '@/lib/cloudtrail/unpack';
import { randomTrail } from '@/lib/testing/random-trail';
import type { Group } from './task';

// A trail, ten times its size when unpacked, against what cannot be avoided by anyone who parses every record. TRAIL_MB=200
// makes it as large as a busy account's.

const MEGABYTES = Number(process.env.TRAIL_MB ?? 20);
const file = join(process.cwd(), '.cache', 'bench', `trail-${MEGABYTES}.json.gz`);

type Pieces = (take: (piece: Uint8Array) => void) => void;

export function cloudtrailGroups(): readonly Group[] {
  let peak = 0;
  const pieces: Pieces = (take) => {
    readPieces((piece) => {
      take(piece);
      peak = Math.max(peak, process.memoryUsage.rss());
    });
  };
  return [
    {
      name: 'cloudtrail',
      title: `cloudtrail: a packed trail of ${MEGABYTES} MB`,
      tasks: [
        { name: 'unpack, and parse each record', run: () => parseEach(pieces), once: true },
        { name: 'read the denials', run: () => readDenials(pieces), once: true, aim: { times: 1.5 } },
      ],
      prepare: () => {
        if (!existsSync(file)) makeTrail();
      },
      note: () => `The process took ${(peak / 1e6).toFixed(0)} MB of memory at most.`,
    },
  ];
}

function readPieces(take: (piece: Uint8Array) => void): void {
  const opened = openSync(file, 'r');
  for (;;) {
    const piece = new Uint8Array(1_048_576);
    const length = readSync(opened, piece);
    if (length === 0) break;
    take(piece.subarray(0, length));
  }
  closeSync(opened);
}

function parseEach(pieces: Pieces): number {
  let count = 0;
  const fail = (fault: string): never => {
    throw new Error(fault);
  };
  const splitter = new RecordSplitter({
    record: ({ bytes }) => {
      JSON.parse(textOf(bytes));
      count++;
    },
    broken: () => fail('The trail is broken.'),
  });
  const unpacker = new Unpacker({ bytes: (bytes) => splitter.push(bytes), fault: fail });
  pieces((piece) => unpacker.push(piece));
  unpacker.end();
  splitter.end();
  return count;
}

function readDenials(pieces: Pieces): number {
  const stream = new DenialStream();
  const sink = stream.open(file);
  pieces(sink.push);
  sink.end();
  const { total, problems } = stream.summary();
  if (problems.length > 0 || total.count === 0) throw new Error('The trail was not read.');
  return total.count;
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
