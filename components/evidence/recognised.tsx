'use client';

import type { ReactNode } from 'react';
import { ArnText } from '@/components/ui/arn-text';
import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import { useWizard } from '@/components/wizard/wizard-context';
import { useWorkspace } from '@/components/workspace/store';
import { evidenceParts } from '@/lib/diagnosis/edit';
import type { DenialReport } from '@/lib/evidence/evidence';
import { stepOfPolicyType } from '@/lib/guidance/step';
import { POLICY_TYPE_NAMES } from '@/lib/iam/policy-type';

/** What was understood of the pasted texts, and where it points. */
export function Recognised() {
  const { diagnosis } = useWizard();
  const given = useWorkspace((state) => evidenceParts(state.document).some((part) => part.text.trim() !== ''));
  if (!given) return null;
  const report = diagnosis?.report;
  return (
    <section aria-label="What was recognised" className="space-y-4">
      {report === undefined ? (
        <p className="max-w-prose">
          <CodeText>{UNRECOGNISED}</CodeText>
        </p>
      ) : report.isAccessDenied ? (
        <Denial report={report} />
      ) : (
        <NoDenial report={report} />
      )}
    </section>
  );
}

const UNRECOGNISED =
  'No denial was recognised in this text, so it fills in nothing. Paste the whole message as AWS printed it, such as `User: … is not authorized to perform: …`, or fill in the caller, the action and the resource by hand.';

const DENIALS = {
  explicit: 'an explicit Deny: some statement denies the request',
  implicit: 'an implicit deny: no statement allows the request',
  unknown: 'not said whether by a Deny or for lack of an Allow',
} as const;

function Denial({ report }: { readonly report: DenialReport }) {
  const { openStep } = useWizard();
  const action = report.action ?? report.impliedAction;
  return (
    <>
      <h3 className="font-strong text-base">What was read from it</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <Row term="Caller">{report.principal && <ArnText value={report.principal} />}</Row>
        <Row term="Action">
          {action && <ArnText value={action} />}
          {report.impliedAction && <span className="text-text-muted"> follows from the operation’s name</span>}
        </Row>
        <Row term="Resource">{report.resource && <ArnText value={report.resource} />}</Row>
        <Row term="How">{report.denial && DENIALS[report.denial]}</Row>
        <Row term="Policy type">{report.policyType && POLICY_TYPE_NAMES[report.policyType]}</Row>
        <Row term="Policy">{report.policyArn && <ArnText value={report.policyArn} />}</Row>
      </dl>
      {report.encodedMessage && (
        <p className="max-w-prose">
          The details stand in an encoded message, which only AWS can decode. The command below does that; paste its
          output here as another message.
        </p>
      )}
      {report.policyType && (
        <Button onClick={() => report.policyType && openStep(stepOfPolicyType(report.policyType))}>
          Go to the step that AWS names
        </Button>
      )}
    </>
  );
}

function NoDenial({ report }: { readonly report: DenialReport }) {
  return (
    <div className="max-w-prose">
      <h3 className="font-strong text-base">This is no denial by IAM policies</h3>
      <p className="mt-1">
        <CodeText>
          {report.notIamText ?? 'What the text reports has another cause, so policies would not change it.'}
        </CodeText>
      </p>
    </div>
  );
}

/** Left out where there is nothing to show. */
function Row({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const shown = Array.isArray(children) ? children.some(Boolean) : Boolean(children);
  if (!shown) return null;
  return (
    <>
      <dt className="text-text-muted">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
