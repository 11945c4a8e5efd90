import { type Candidate, textCandidate } from '@/lib/language/candidates/candidate';
import { effectOf } from '@/lib/language/statement';
import { type LooseNode, type LooseObject, looseMember, looseTexts } from '@/lib/text/loose-json';
import { capitalised } from '@/lib/text/wording';

/** A name for a statement from what it does, unlike those of the others. Letters and digits alone fit every policy type. */
export function sids(statement: LooseObject | undefined, policy: LooseObject | undefined): readonly Candidate[] {
  const others = new Set(statementsOf(policy).flatMap((other) => (other === statement ? [] : sidOf(other))));
  const base = nameOf(statement);
  let name = base;
  for (let number = 2; others.has(name); number++) name = `${base}${number}`;
  return [textCandidate('value', name, 'a name from what the statement does')];
}

function statementsOf(policy: LooseObject | undefined): readonly LooseObject[] {
  const list = policy && looseMember(policy, 'Statement');
  const items: readonly LooseNode[] = list?.kind === 'array' ? list.items : list ? [list] : [];
  return items.flatMap((item) => (item.kind === 'object' ? [item] : []));
}

function sidOf(statement: LooseObject): readonly string[] {
  const sid = looseMember(statement, 'Sid');
  return sid?.kind === 'string' ? [sid.text] : [];
}

function nameOf(statement: LooseObject | undefined): string {
  const effect = effectOf(statement);
  const patterns = statement ? looseTexts(looseMember(statement, 'Action')).map(({ text }) => text) : [];
  const [only, second] = patterns;
  const named =
    second === undefined && only?.includes(':') === true ? [only] : patterns.map((one) => one.split(':')[0] ?? '');
  const what = [...new Set(named)]
    .slice(0, 2)
    .map((one) =>
      one
        .split(/[^A-Za-z0-9]+/)
        .map(capitalised)
        .join(''),
    )
    .join('');
  return `${effect === 'Allow' || effect === 'Deny' ? effect : ''}${what}` || 'Statement1';
}
