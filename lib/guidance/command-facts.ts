import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { CommandFacts } from '@/lib/guidance/commands';

/** What a document and its diagnosis know of the names that commands are filled in with. */
export function commandFacts(document: DiagnosisDocument, { report, facts }: Diagnosis): CommandFacts {
  const { principal, action, resource } = document.request ?? {};
  const account = facts.find(({ path }) => path === 'request.resourceAccount');
  return {
    ...(principal && { principal }),
    ...(action && { action }),
    ...(resource && { resource }),
    ...(account && { resourceAccount: account.value, isAccountAssumed: account.source === 'assumed' }),
    ...(report?.policyArn && { policyArn: report.policyArn }),
  };
}
