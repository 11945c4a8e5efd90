// Random choices for test documents. They come from a generator of a few operations a number, so that a hundred thousand
// documents take no longer to make than to decide; a case is made again from its seed and its number.

export interface Random {
  /** A whole number from 0 up to, not including, `count`. */
  readonly below: (count: number) => number;
  readonly of: <Value>(values: readonly Value[]) => Value;
  /** True once in so many times. */
  readonly seldom: (times: number) => boolean;
  /** So many values, from `least` up to `most`. */
  readonly several: <Value>(least: number, most: number, make: () => Value) => Value[];
  /** One value by itself, or now and then a list of none to three. */
  readonly oneOrMore: <Value>(make: () => Value) => Value | Value[];
}

/** The choices of one case of a run: the same for the same seed and number. */
export function random(seed: number, number: number): Random {
  const next = numbers(seed, number);
  const below = (count: number) => Math.floor((next() / 2 ** 32) * count);
  const several = <Value>(least: number, most: number, make: () => Value) =>
    Array.from({ length: least + below(most - least + 1) }, make);
  return {
    below,
    of: <Value>(values: readonly Value[]) => values[below(values.length)] as Value,
    seldom: (times) => below(times) === 0,
    several,
    oneOrMore: (make) => (below(4) > 0 ? make() : several(0, 3, make)),
  };
}

/** Chris Doty-Humphrey's sfc32: 32 random bits a call, from a state of 128. */
function numbers(seed: number, number: number): () => number {
  let [a, b, c, count] = [seed | 0, number | 0, (number / 2 ** 32) | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // The first numbers of neighbouring cases are alike.
  for (let spoilt = 0; spoilt < 12; spoilt++) next();
  return next;
}
