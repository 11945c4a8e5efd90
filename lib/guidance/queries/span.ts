import type { QueryFacts } from '@/lib/guidance/queries/query';
import { readInstant, writeInstant } from '@/lib/text/instant';

/** Both ends of the span in ISO 8601 and UTC, to the second; an end that is none is left out. */
export function spanOf({ from, to }: QueryFacts): { readonly from?: string; readonly to?: string } {
  const [first, last] = [from, to].map(instant);
  return { ...(first && { from: first }), ...(last && { to: last }) };
}

function instant(text: string | undefined): string | undefined {
  const time = text === undefined ? undefined : readInstant(text);
  return time === undefined ? undefined : writeInstant(Math.floor(time / 1000) * 1000);
}
