import type { PolicyType } from '@/lib/iam/policy-type';
import { isRoleTrustAction } from '@/lib/iam/principal';
import type { Request } from '@/lib/request/request';
import { type LooseNode, looseMember, looseTexts, readLooseJson } from '@/lib/text/loose-json';
import type { ValidatedType } from '@/lib/validation/subject';

/**
 * A resource-based policy is a role's trust policy where its actions are those that a trust policy decides, or, without any
 * actions yet, where the request asks for one of them (R80).
 */
export function validatedType(type: PolicyType, text: string, request: Request | undefined): ValidatedType {
  if (type !== 'resource') return type;
  const actions = actionsIn(readLooseJson(text)?.root);
  if (actions.length > 0) return actions.some(isRoleTrustAction) ? 'trust' : type;
  return request && isRoleTrustAction(request.action) ? 'trust' : type;
}

function actionsIn(root: LooseNode | undefined): readonly string[] {
  const list = root?.kind === 'object' ? looseMember(root, 'Statement') : undefined;
  const items: readonly LooseNode[] = list?.kind === 'array' ? list.items : list ? [list] : [];
  return items.flatMap((item) =>
    item.kind === 'object' ? looseTexts(looseMember(item, 'Action')).map(({ text }) => text) : [],
  );
}
