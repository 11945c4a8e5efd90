import { member } from '@/lib/text/json';
import { insertLastMember, jsonText } from '@/lib/text/json-edit';
import { code } from '@/lib/text/wording';
import type { QuickFix } from '@/lib/validation/finding';
import type { StatementView } from '@/lib/validation/policy-view';

/** Asks in a statement's Condition that the key is in the request; none where `Null` stands in the way. */
export function askForPresence(statement: StatementView, key: string, text: string): readonly QuickFix[] {
  const condition = member(statement.node, 'Condition')?.value;
  if (condition?.kind !== 'object') return [];
  const title = `Also ask that ${code(key)} is in the request`;
  const pair = `${jsonText(key)}: "false"`;
  const asked = member(condition, 'Null')?.value;
  if (asked === undefined) {
    return [{ title, edits: [insertLastMember(text, condition, `"Null": { ${pair} }`)] }];
  }
  if (asked.kind !== 'object' || asked.members.some((one) => one.key.value.toLowerCase() === key.toLowerCase()))
    return [];
  return [{ title, edits: [insertLastMember(text, asked, pair)] }];
}
