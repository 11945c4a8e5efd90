import { expect, test } from 'vitest';
import { isEventTable } from '@/lib/cloudtrail/event-rows';
import { queriesFor } from '@/lib/guidance/queries';
import { deniedEvent, passedEvent } from '@/lib/testing/cloudtrail-files';
import { type ChosenFile, type ReadingProgress, readFiles } from './read-files';

const chosen = (path: string, text: string): ChosenFile => ({ path, file: new File([text], path) });
const trail = (...events: readonly object[]) => JSON.stringify({ Records: events });
const never = () => false;

test('files are read one after the other, and it is told how far', async () => {
  const told: ReadingProgress[] = [];
  const files = [chosen('a.json', trail(deniedEvent())), chosen('b.json', trail(passedEvent(), deniedEvent()))];
  const { summary, isStopped } = await readFiles(files, (progress) => told.push(progress), never);
  expect(isStopped).toBe(false);
  expect(summary).toMatchObject({ files: 2, events: 3, total: { count: 2 }, problems: [] });
  expect(told[0]).toMatchObject({ allFiles: 2, allBytes: files.reduce((sum, { file }) => sum + file.size, 0) });
});

test('stopped, it gives what was found so far, and calls nothing broken', async () => {
  let isStopped = false;
  const long = trail(deniedEvent(), { x: 'x'.repeat(500_000) }, { x: 'x'.repeat(900_000) }, deniedEvent());
  const { summary, ...result } = await readFiles(
    [chosen('a.json', long), chosen('b.json', trail(deniedEvent()))],
    () => {
      isStopped = true;
    },
    () => isStopped,
  );
  expect(result.isStopped).toBe(true);
  expect(summary).toMatchObject({ files: 1, total: { count: 1 }, problems: [] });
});

test('a file that the browser cannot read is said, and the next one is read', async () => {
  const gone = new File([trail(deniedEvent())], 'gone.json');
  gone.slice = () => {
    throw new DOMException('gone', 'NotFoundError');
  };
  const files = [{ path: 'gone.json', file: gone }, chosen('b.json', trail(deniedEvent()))];
  const { summary } = await readFiles(files, () => undefined, never);
  expect(summary.total.count).toBe(1);
  expect(summary.problems.map(({ file, code }) => `${file} ${code}`)).toEqual(['gone.json unreadable-file']);
});

test('a fault of ours is no file that cannot be read', async () => {
  const file = chosen('a.json', trail(deniedEvent()));
  const told = () => {
    throw new Error('a mistake');
  };
  await expect(readFiles([file], told, never)).rejects.toThrow('a mistake');
});

test.each(['athena', 'lake'] as const)('the columns that the queries for %s ask for are read back', (source) => {
  for (const { text } of queriesFor(source, {})) {
    const [selected = ''] = /(?<=^SELECT )[\s\S]*?(?=\nFROM)/.exec(text) ?? [];
    const columns = selected.split(/,\s+(?![^(]*\))/).map((column) => column.split(' AS ').at(-1) ?? '');
    expect(isEventTable(columns)).toBe(true);
  }
});
