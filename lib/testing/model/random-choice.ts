import fc from 'fast-check';

// Choices as plain numbers, made into values by a map: cheap to generate, and they shrink towards the first of each list.

export const number: fc.Arbitrary<number> = fc.noBias(fc.nat(0xffff));

export function choose<Value>(values: readonly Value[], chosen: number): Value {
  return values[chosen % values.length] as Value;
}

/** One value, or a list of few, now and then of none. */
export interface List {
  readonly alone: boolean;
  readonly numbers: readonly number[];
}

export function list(maxLength: number): fc.Arbitrary<List> {
  const few = fc.array(number, { maxLength });
  return fc.tuple(number, number, few).map(([kind, one, some]) => {
    if (kind % 4 !== 3) return { alone: true, numbers: [one] };
    return { alone: false, numbers: some };
  });
}

/** True once in so many times. */
export const seldom = (times: number): fc.Arbitrary<boolean> => number.map((chosen) => chosen % times === times - 1);
