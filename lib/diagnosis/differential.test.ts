import { expect, test } from 'vitest';
import { BATCH, type Compared, compareRange } from '@/lib/testing/differential';

// The engine against the model on random documents. DIFFERENTIAL_RUNS and DIFFERENTIAL_SEED choose another run;
// `npm run test:soak` tries millions.

const RUNS = Number(process.env.DIFFERENTIAL_RUNS ?? 100_000);
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 20_260_409);
const TIMEOUT = 60_000 + RUNS * 20;

test.each<[Compared, number]>([
  ['whole documents', 0.6],
  ['documents that a condition decides', 0.4],
  ['whole documents, diagnosed in full', 0.01],
])(
  `%s get the verdict of the model (seed ${SEED})`,
  (what, share) => {
    const { documents, decisions, disagreements } = compareRange(what, SEED, 0, Math.ceil((RUNS * share) / BATCH));
    for (const { number, document, engine, model } of disagreements.slice(0, 1)) {
      expect(engine, `seed ${SEED}, number ${number}: ${JSON.stringify(document, null, 2)}`).toEqual(model);
    }
    expect(disagreements).toEqual([]);
    // Documents that mostly stay open, or are all refused, would prove little.
    for (const often of Object.values(decisions)) expect(often / documents).toBeGreaterThan(0.03);
  },
  TIMEOUT,
);
