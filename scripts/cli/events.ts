import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eventsAnswer } from '@/lib/cloudtrail/answer';
import { isTrailFile } from '@/lib/cloudtrail/file-names';
import { DenialStream } from '@/lib/cloudtrail/stream';
import { sayNumber } from '@/lib/text/wording';
import type { Answered } from './command';
import { messageOf } from './message-of';
import { createProgressLine } from './progress-line';

// The command `events`: CloudTrail files in, the denials in them, grouped. Files are read piece by piece, so that memory stays flat.

/** Reads files, folders and `-` for standard input; without any, standard input. Throws with a sentence where nothing could be read. */
export async function answerEvents(paths: readonly string[]): Promise<Answered> {
  const files = (paths.length === 0 ? ['-'] : paths).flatMap(filesAt);
  if (files.length === 0) throw new Error(`There is no file of CloudTrail in ${paths.join(', ')}.`);
  const stream = new DenialStream();
  const line = createProgressLine(process.stderr);
  for (const file of files) {
    const sink = stream.open(file === '-' ? 'standard input' : file);
    try {
      for await (const piece of file === '-' ? process.stdin : createReadStream(file)) {
        sink.push(piece as Uint8Array);
        line.show(() => progressText(stream, files.length));
      }
    } catch (error) {
      throw new Error(`Cannot read ${file === '-' ? 'standard input' : file}: ${messageOf(error)}`);
    }
    sink.end();
  }
  line.clear();
  const summary = stream.summary();
  // Nothing of what was given is CloudTrail's: that is an input that could not be read, not an input without denials.
  const unread = summary.problems.filter(
    ({ code }) => code === 'no-events' || code === 'no-text' || code === 'packed-file',
  );
  if (summary.events === 0 && unread.length > 0) throw new Error(unread.map(({ message }) => message).join('\n'));
  return { answer: eventsAnswer(summary), status: summary.total.count > 0 ? 0 : 1 };
}

function filesAt(path: string): readonly string[] {
  if (path === '-') return ['-'];
  try {
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  } catch (error) {
    throw new Error(`Cannot read ${path}: ${messageOf(error)}`);
  }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() && isTrailFile(path) ? [path] : [];
    });
}

function progressText(stream: DenialStream, files: number): string {
  const { files: begun, events, denials } = stream.progress;
  return `File ${sayNumber(begun)} of ${sayNumber(files)}: ${sayNumber(events)} events, ${sayNumber(denials)} denials`;
}
