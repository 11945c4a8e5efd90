import { PolicyEditor } from '@/components/editor/policy-editor';
import type { RevealRange } from '@/components/editor/policy-editor-props';
import { useEditorHelp } from '@/components/language/use-editor-help';
import { CheckBox } from '@/components/ui/check-box';
import { SelectField } from '@/components/ui/select-field';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { Mark } from '@/lib/explanation/mark';
import { POLICY_TYPE_SHORT_NAMES, type PolicyType } from '@/lib/iam/policy-type';
import { ownPoliciesAllow } from './quick-check';
import type { CheckState } from './use-check';

interface PolicyPartProps {
  readonly state: CheckState;
  /** The diagnosis of the check. */
  readonly document: DiagnosisDocument;
  readonly marks: readonly Mark[];
  readonly reveal: RevealRange | undefined;
}

/** The policy, what kind it is, and what is taken for granted around it. */
export function PolicyPart({ state: { check, change }, document, marks, reveal }: PolicyPartProps) {
  const help = useEditorHelp(check.text, check.type, document);
  return (
    <div className="flex flex-col gap-3">
      <div className="max-w-72">
        <SelectField<PolicyType>
          label="The policy is a"
          value={check.type}
          options={OPTIONS}
          onChange={(type) => change({ type })}
        />
      </div>
      <PolicyEditor
        label="Policy"
        text={check.text}
        marks={marks}
        placeholder="Paste a policy"
        onChange={(text) => change({ text })}
        revealRange={reveal}
        help={help}
      />
      {check.type !== 'identity' && (
        <CheckBox
          label="The caller’s own policies allow everything"
          hint={HINTS[check.type]}
          checked={ownPoliciesAllow(check)}
          onChange={(allow) => change({ ownPoliciesAllow: allow })}
        />
      )}
    </div>
  );
}

// The usual ones first.
const ORDER = ['identity', 'resource', 'scp', 'boundary', 'session', 'endpoint', 'rcp'] as const;
const OPTIONS = ORDER.map((type) => ({ value: type, label: POLICY_TYPE_SHORT_NAMES[type] }));

const CEILING = 'It grants nothing by itself; so that it alone is checked, the rest is taken as allowing.';
const HINTS = {
  resource: 'Tick it to see a request from another account, or to a key or role, where both sides must allow.',
  scp: CEILING,
  boundary: CEILING,
  session: CEILING,
  endpoint: CEILING,
  rcp: CEILING,
} satisfies Record<Exclude<PolicyType, 'identity'>, string>;
