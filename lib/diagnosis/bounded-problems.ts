import type { DocumentProblem } from '@/lib/diagnosis/diagnosis';
import { sayNumber } from '@/lib/text/wording';

/** So many problems of one policy are told one by one; a text of a megabyte can have hundreds of thousands. */
const MOST_OF_A_POLICY = 100;

/** The problems in their order; of each policy the first ones, and how many more there are. */
export function boundedProblems(problems: readonly DocumentProblem[]): readonly DocumentProblem[] {
  const counts = new Map<number, number>();
  const told = problems.filter(({ policyIndex }) => {
    if (policyIndex === undefined) return true;
    const count = (counts.get(policyIndex) ?? 0) + 1;
    counts.set(policyIndex, count);
    return count <= MOST_OF_A_POLICY;
  });
  const further = [...counts].filter(([, count]) => count > MOST_OF_A_POLICY);
  return [...told, ...further.map(([policyIndex, count]) => sayFurther(policyIndex, count - MOST_OF_A_POLICY))];
}

function sayFurther(policyIndex: number, count: number): DocumentProblem {
  const problems = count === 1 ? 'One further problem' : `${sayNumber(count)} further problems`;
  const message = `${problems} of this policy ${count === 1 ? 'is' : 'are'} not listed. Mend the first ${MOST_OF_A_POLICY}; the others show then.`;
  return { code: 'further-problems', severity: 'error', message, policyIndex };
}
