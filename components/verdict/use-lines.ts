import { useMemo } from 'react';
import { policiesOf, policyText } from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { lineStarts, positionAt, type Range } from '@/lib/text/range';

/** Says where a range of a policy stands: "line 4", "lines 4–9". */
export type SayLines = (policyIndex: number, range: Range) => string;

/** Lines of the policies of the document that a diagnosis is about, counted when first asked for. */
export function useLines(document: DiagnosisDocument): SayLines {
  return useMemo(() => {
    const known = new Map<number, readonly number[]>();
    const starts = (policyIndex: number): readonly number[] => {
      const policy = policiesOf(document)[policyIndex];
      const counted = known.get(policyIndex) ?? lineStarts(policy ? policyText(policy) : '');
      known.set(policyIndex, counted);
      return counted;
    };
    return (policyIndex, range) => {
      const first = positionAt(starts(policyIndex), range.start).line;
      const last = positionAt(starts(policyIndex), Math.max(range.start, range.end - 1)).line;
      return first === last ? `line ${first}` : `lines ${first}–${last}`;
    };
  }, [document]);
}
