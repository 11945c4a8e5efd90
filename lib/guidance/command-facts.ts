import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { contextValueOf } from '@/lib/diagnosis/edit-request';
import { waitsForDecoding } from '@/lib/diagnosis/messages';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { CommandFacts } from '@/lib/guidance/commands';

/** What commands are filled in with, as far as a document and AWS's message tell. */
export function commandFacts(document: DiagnosisDocument, { report, messages, facts }: Diagnosis): CommandFacts {
  const { principal, action, resource } = document.request ?? {};
  const account = facts.find(({ path }) => path === 'request.resourceAccount');
  const endpoint = contextValueOf(document, 'aws:SourceVpce');
  const encoded = report && waitsForDecoding(report, messages) ? report : undefined;
  return {
    ...(principal && { principal }),
    ...(action && { action }),
    ...(resource && { resource }),
    ...(account && { resourceAccount: account.value, isAccountAssumed: account.source === 'assumed' }),
    ...(report?.operation && { operation: report.operation }),
    ...(report?.policyArn && { policyArn: report.policyArn }),
    ...(typeof endpoint === 'string' && endpoint !== '' && { endpoint }),
    ...(encoded && { encodedMessage: encoded.encodedText ?? '' }),
  };
}
