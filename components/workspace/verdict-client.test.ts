import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  type Computed,
  createVerdictClient,
  type StartWorker,
  type VerdictAnswer,
  type VerdictQuestion,
} from '@/components/workspace/verdict-client';
import { diagnose } from '@/lib/diagnosis/diagnose';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';

const DIAGNOSIS = diagnose({ whydenied: 1 });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A worker that answers when the test says so. */
function fakeWorker() {
  const asked: VerdictQuestion[] = [];
  const on: { answered?: (answer: VerdictAnswer) => void; broke?: () => void } = {};
  const terminate = vi.fn();
  const start: StartWorker = (answered, broke) => {
    Object.assign(on, { answered, broke });
    return { post: (question) => asked.push(question), terminate };
  };
  const answer = (question: VerdictQuestion | undefined) =>
    on.answered?.({ number: question?.number ?? 0, diagnosis: DIAGNOSIS });
  return { asked, on, terminate, start, answer };
}

const here = vi.fn(() => ({ diagnosis: DIAGNOSIS }));
const noCatalog = () => undefined;
const titled = (title: string): DiagnosisDocument => ({ whydenied: 1, title });

test('one question is under way, and only the newest of those that wait is asked', () => {
  const worker = fakeWorker();
  const client = createVerdictClient(worker.start, here, noCatalog);
  const done = [vi.fn(), vi.fn(), vi.fn()];
  for (const [place, callback] of done.entries()) client.ask(titled(`${place}`), callback);
  expect(worker.asked.map(({ document }) => document.title)).toEqual(['0']);
  worker.answer(worker.asked[0]);
  expect(worker.asked.map(({ document }) => document.title)).toEqual(['0', '2']);
  worker.answer(worker.asked[1]);
  expect(done.map((callback) => callback.mock.calls.length)).toEqual([0, 0, 1]);
});

test('an answer that nobody waits for any more is dropped', () => {
  const worker = fakeWorker();
  const done = vi.fn();
  const loseInterest = createVerdictClient(worker.start, here, noCatalog).ask(titled('x'), done);
  loseInterest();
  worker.answer(worker.asked[0]);
  worker.answer({ number: 99, document: titled('never asked') });
  expect(done).not.toHaveBeenCalled();
});

test('a fault of ours in the worker is told, and the next question is asked', () => {
  const worker = fakeWorker();
  const done = vi.fn();
  const client = createVerdictClient(worker.start, here, noCatalog);
  client.ask(titled('x'), done);
  worker.on.answered?.({ number: 1, failed: 'It went wrong.' });
  expect(done).toHaveBeenCalledWith({ notice: 'It went wrong.' });
  client.ask(titled('y'), done);
  expect(worker.asked).toHaveLength(2);
});

test('a worker that breaks is replaced by this page, and that is said', () => {
  const worker = fakeWorker();
  const done = vi.fn((_computed: Computed) => {});
  const client = createVerdictClient(worker.start, here, noCatalog);
  client.ask(titled('old'), vi.fn());
  client.ask(titled('new'), done);
  worker.on.broke?.();
  vi.runAllTimers();
  expect(worker.terminate).toHaveBeenCalled();
  expect(done).toHaveBeenCalledTimes(1);
  expect(done.mock.lastCall?.[0]).toMatchObject({ diagnosis: DIAGNOSIS });
  expect(done.mock.lastCall?.[0].notice).toContain('this page computes');
  client.ask(titled('later'), done);
  vi.runAllTimers();
  expect(done).toHaveBeenCalledTimes(2);
  expect(worker.asked).toHaveLength(1);
});

test('a worker that does not start is replaced by this page', () => {
  const done = vi.fn();
  const refuse: StartWorker = () => {
    throw new Error('blocked');
  };
  createVerdictClient(refuse, here, noCatalog).ask(titled('x'), done);
  vi.runAllTimers();
  expect(done).toHaveBeenCalledTimes(1);
});

test('the worker is told AWS’s data once, with the first question after it came', () => {
  const worker = fakeWorker();
  let data: unknown;
  const client = createVerdictClient(worker.start, here, () => data);
  for (const [place, now] of [undefined, 'data', 'data', 'newer'].entries()) {
    data = now;
    client.ask(titled(`${place}`), vi.fn());
    worker.answer(worker.asked[place]);
  }
  expect(worker.asked.map(({ catalog }) => catalog)).toEqual([undefined, 'data', undefined, 'newer']);
});
