import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createWorkerClient,
  type StartWorker,
  type WorkerAnswer,
  type WorkerQuestion,
} from '@/components/workspace/worker-client';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A worker that answers when the test says so. */
function fakeWorker() {
  const asked: WorkerQuestion<string>[] = [];
  const on: { answered?: (answer: WorkerAnswer<string>) => void; broke?: () => void } = {};
  const terminate = vi.fn();
  const start: StartWorker<string, string> = (answered, broke) => {
    Object.assign(on, { answered, broke });
    return { post: (question) => asked.push(question), terminate };
  };
  const answer = (place: number) => {
    const { number = 0, question = '' } = asked[place] ?? {};
    on.answered?.({ number, answer: `worker: ${question}` });
  };
  const client = (catalogData = (): unknown => undefined) => createWorkerClient({ start, here, catalogData });
  return { asked, on, terminate, answer, client };
}

const here = (question: string) => `here: ${question}`;

test('one question is under way, and only the newest of those that wait is asked', () => {
  const worker = fakeWorker();
  const client = worker.client();
  const done = vi.fn();
  for (const question of ['0', '1', '2']) client.ask('a', question, done);
  expect(worker.asked.map(({ question }) => question)).toEqual(['0']);
  worker.answer(0);
  expect(worker.asked.map(({ question }) => question)).toEqual(['0', '2']);
  worker.answer(1);
  expect(done.mock.calls).toEqual([['worker: 2']]);
});

test('askers do not take each other’s turn', () => {
  const worker = fakeWorker();
  const client = worker.client();
  const done = vi.fn();
  for (const [asker, question] of [
    ['a', 'a1'],
    ['b', 'b1'],
    ['c', 'c1'],
    ['b', 'b2'],
  ] as const)
    client.ask(asker, question, done);
  for (const place of [0, 1, 2]) worker.answer(place);
  expect(done.mock.calls).toEqual([['worker: a1'], ['worker: b2'], ['worker: c1']]);
});

test('an answer that nobody waits for any more is dropped', () => {
  const worker = fakeWorker();
  const done = vi.fn();
  const loseInterest = worker.client().ask('a', 'x', done);
  loseInterest();
  worker.answer(0);
  worker.on.answered?.({ number: 99, answer: 'never asked' });
  expect(done).not.toHaveBeenCalled();
});

test('a worker that breaks is replaced by this page for good', async () => {
  const worker = fakeWorker();
  const done = vi.fn();
  const client = worker.client();
  client.ask('a', 'old', done);
  client.ask('a', 'new', done);
  client.ask('b', 'other', done);
  worker.on.broke?.();
  await vi.runAllTimersAsync();
  expect(worker.terminate).toHaveBeenCalled();
  expect(done.mock.calls).toEqual([['here: new'], ['here: other']]);
  client.ask('a', 'later', done);
  await vi.runAllTimersAsync();
  expect(done.mock.lastCall).toEqual(['here: later']);
  expect(worker.asked).toHaveLength(1);
});

test('a worker that does not start is replaced by this page', async () => {
  const done = vi.fn();
  const start = () => {
    throw new Error('blocked');
  };
  createWorkerClient({ start, here, catalogData: () => undefined }).ask('a', 'x', done);
  await vi.runAllTimersAsync();
  expect(done.mock.calls).toEqual([['here: x']]);
});

test('the worker is told AWS’s data once, with the first question after it came', () => {
  const worker = fakeWorker();
  let data: unknown;
  const client = worker.client(() => data);
  for (const [place, now] of [undefined, 'data', 'data', 'newer'].entries()) {
    data = now;
    client.ask('a', `${place}`, vi.fn());
    worker.answer(place);
  }
  expect(worker.asked.map(({ catalog }) => catalog)).toEqual([undefined, 'data', undefined, 'newer']);
});
