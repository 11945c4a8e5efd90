import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { CommandFacts } from '@/lib/guidance/commands';

/** What a document and its diagnosis know of the names that commands are filled in with. */
export function commandFacts(document: DiagnosisDocument, { report, facts }: Diagnosis): CommandFacts {
  const { principal, action, resource } = document.request ?? {};
  // Also where it is assumed: the verdict assumes the same, and says so.
  const resourceAccount = facts.find(({ path }) => path === 'request.resourceAccount')?.value;
  return {
    ...(principal && { principal }),
    ...(action && { action }),
    ...(resource && { resource }),
    ...(resourceAccount && { resourceAccount }),
    ...(report?.policyArn && { policyArn: report.policyArn }),
  };
}
