'use client';

import { takePaste } from '@/components/evidence/take-paste';
import { RequestField } from '@/components/request/request-field';
import { PasteBox } from '@/components/start/paste-box';
import { CheckBox } from '@/components/ui/check-box';
import { CodeText } from '@/components/ui/code-text';
import { isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import type { AccountFact } from '@/lib/diagnosis/edit';
import { readCaller } from '@/lib/iam/principal';
import { CallQueries } from './call-queries';
import { CallerChoice } from './caller-choice';
import { sayCaller } from './say-caller';

/** Who made the call, and what no ARN tells about the caller and the accounts. */
export function SourceStep() {
  const principal = useWorkspace((state) => state.document.request?.principal ?? '');
  const action = useWorkspace((state) => state.document.request?.action ?? '');
  // Nothing is there yet: the quickest way in is what AWS said.
  const blank = useWorkspace((state) => Object.keys(state.document).length <= 1);
  return (
    <div className="space-y-5">
      <CallerChoice />
      {blank && <PasteBox onText={takePaste} rows={5} />}
      <div>
        <RequestField field="principal" label="ARN of the caller" />
        {principal !== '' && (
          <p className="mt-1.5 max-w-prose text-small text-text-muted">
            <CodeText>{sayCaller(readCaller(principal, action))}</CodeText>
          </p>
        )}
      </div>
      <div className="space-y-2.5">
        <FactBox
          fact="principalIsServiceLinkedRole"
          label="The caller is a service-linked role"
          hint="SCPs and RCPs do not bind it. Its path begins with `/aws-service-role/`."
        />
        <FactBox
          fact="principalAccountIsManagementAccount"
          label="The caller’s account is the organization’s management account"
          hint="SCPs do not bind it."
        />
        <FactBox
          fact="resourceAccountIsManagementAccount"
          label="The resource’s account is a management account"
          hint="RCPs do not bind its resources."
        />
      </div>
      <CallQueries />
    </div>
  );
}

interface FactBoxProps {
  readonly fact: AccountFact;
  readonly label: string;
  readonly hint: string;
}

function FactBox({ fact, label, hint }: FactBoxProps) {
  const value = useWorkspace((state) => state.document[fact] ?? false);
  const readOnly = useWorkspace(isReadOnly);
  const { setAccountFact } = useWorkspace.getState();
  return (
    <CheckBox
      checked={value}
      disabled={readOnly}
      onChange={(checked) => setAccountFact(fact, checked || undefined)}
      label={label}
      hint={<CodeText>{hint}</CodeText>}
    />
  );
}
