import { readAddressRange } from '@/lib/evaluation/operators/ip';
import type { JsonScalar } from '@/lib/text/json';
import { oncePer } from '@/lib/text/once-per';

/** The range of IP addresses that a value of a condition names; `undefined` for what is none. */
export const addressRangeOf = oncePer(({ text }: JsonScalar) => readAddressRange(text));
