/** Certainly, certainly not, unknown (R170). */
export type Truth = 'T' | 'F' | 'U';

/** R170: any F gives F; else any U gives U; an empty AND is T. */
export function and(parts: readonly Truth[]): Truth {
  if (parts.includes('F')) return 'F';
  return parts.includes('U') ? 'U' : 'T';
}

/** R170: any T gives T; else any U gives U; an empty OR is F. */
export function or(parts: readonly Truth[]): Truth {
  if (parts.includes('T')) return 'T';
  return parts.includes('U') ? 'U' : 'F';
}

/** R170: T and F change places, U stays. */
export function not(part: Truth): Truth {
  if (part === 'U') return 'U';
  return part === 'T' ? 'F' : 'T';
}

export function truth(value: boolean): Truth {
  return value ? 'T' : 'F';
}

/** What is sure whichever of the cases holds (C14, C162, C165). */
export function same(cases: readonly Truth[]): Truth {
  const [first = 'U'] = cases;
  return cases.every((one) => one === first) ? first : 'U';
}
