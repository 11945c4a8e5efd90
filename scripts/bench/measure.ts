import { performance } from 'node:perf_hooks';
import type { Task } from './task';

export interface Measured {
  /** Milliseconds: half of the runs took no longer. */
  readonly median: number;
  /** Milliseconds of the fastest run, which a busy machine disturbed least. */
  readonly best: number;
}

const WARM_UP = 300;
const MEASURED = 1000;
const FEWEST_RUNS = 15;

/** Keeps what tasks return, so that no compiler can leave out their work. */
const kept: { last: unknown } = { last: undefined };

/** Measures how long a task takes, once the runtime has settled on its code. Tasks too short to time are repeated. */
export function measure(task: Task): Measured {
  return task.once ? measureOnce(task) : measureOften(task);
}

function measureOften(task: Task): Measured {
  let run = 0;
  const once = () => {
    kept.last = task.run(run++);
  };
  const repeats = repeatsOf(once);
  const times: number[] = [];
  const end = performance.now() + MEASURED;
  while (times.length < FEWEST_RUNS || performance.now() < end) {
    const start = performance.now();
    for (let repeat = 0; repeat < repeats; repeat++) once();
    times.push((performance.now() - start) / repeats);
  }
  times.sort((one, other) => one - other);
  return { median: times[times.length >> 1] ?? 0, best: times[0] ?? 0 };
}

/** By the time of the processor, not of the clock: other processes must not decide. */
function measureOnce(task: Task): Measured {
  const start = process.cpuUsage();
  kept.last = task.run(0);
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1000;
  return { median: milliseconds, best: milliseconds };
}

/** Warms up, and finds how many runs take about a millisecond. */
function repeatsOf(once: () => void): number {
  let runs = 0;
  const start = performance.now();
  do {
    once();
    runs++;
  } while (performance.now() - start < WARM_UP);
  return Math.max(1, Math.round(runs / WARM_UP));
}
