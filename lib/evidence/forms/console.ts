import type { DenialReport } from '@/lib/evidence/evidence';
import { policyTypeOf } from '@/lib/evidence/forms/sentence';

// The console's banner, field by field: "User: …", "Action: …", "On resource(s): …", "Context: no identity-based policy allows the action".

const FIELDS = {
  principal: /^[ \t]{0,8}User:[ \t]{1,8}(\S{1,2048})[ \t]{0,8}$/im,
  action: /^[ \t]{0,8}Action:[ \t]{1,8}([a-z0-9-]{1,60}:[A-Za-z0-9*]{1,128})[ \t]{0,8}$/im,
  resource: /^[ \t]{0,8}On resource(?:\(s\)|s)?:[ \t]{1,8}([^\s,]{1,2048})/im,
  reason: /^[ \t]{0,8}Context:[ \t]{1,8}([^\n]{1,300})$/im,
} as const;

/** The denial of a banner that is copied with its fields; `undefined` without an action and a caller or reason. */
export function readConsoleFields(text: string): Partial<DenialReport> | undefined {
  const [principal, action, resource, reason] = [
    FIELDS.principal.exec(text)?.[1],
    FIELDS.action.exec(text)?.[1],
    FIELDS.resource.exec(text)?.[1],
    FIELDS.reason.exec(text)?.[1],
  ];
  if (action === undefined || (principal === undefined && reason === undefined)) return undefined;
  const policyType = reason && policyTypeOf(reason);
  const denial = /explicit/i.test(reason ?? '')
    ? 'explicit'
    : /\bno\b.{0,200}\ballows?\b/i.test(reason ?? '')
      ? 'implicit'
      : undefined;
  return {
    ...(principal && { principal }),
    action,
    ...(resource && { resource }),
    ...(denial && { denial }),
    ...(policyType && { policyType }),
  };
}
