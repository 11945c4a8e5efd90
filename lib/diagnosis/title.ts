import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { readCaller } from '@/lib/iam/principal';

/** The title as stated, else one made of the request: "PutItem denied for JohnDoe". */
export function titleOf(document: DiagnosisDocument): string {
  const stated = document.title?.trim();
  if (stated) return stated;
  const { action = '', principal = '' } = document.request ?? {};
  const call = action.slice(action.indexOf(':') + 1);
  const who = callerName(principal, action);
  if (call === '' && who === '') return 'Untitled diagnosis';
  if (call === '') return `Denied for ${who}`;
  return who === '' ? `${call} denied` : `${call} denied for ${who}`;
}

/** A caller's short name, as people speak of it. */
function callerName(principal: string, action: string): string {
  const caller = readCaller(principal, action);
  switch (caller?.kind) {
    case 'user':
    case 'federated':
      return caller.name;
    case 'role':
    case 'session':
      return caller.role;
    case 'root':
      return `the root user of ${caller.account}`;
    case 'service':
    case 'provider':
      return caller.arn;
    case 'anonymous':
      return 'an anonymous caller';
    case undefined:
      return principal;
  }
}
