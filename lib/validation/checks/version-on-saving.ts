import { insertFirstMember } from '@/lib/text/json-edit';
import type { Range } from '@/lib/text/range';
import type { Check, Found } from '@/lib/validation/check';
import type { QuickFix } from '@/lib/validation/finding';
import { iamPage } from '@/lib/validation/pages';
import { allBut } from '@/lib/validation/policy-types';

const PAGE = iamPage('reference_policies_elements_version');
const NEW = '2012-10-17';
const OLD = '2008-10-17';

/** Organizations takes the newer edition of the policy language alone. */
const VERSION_REQUIRED: Check = {
  id: 'VERSION_REQUIRED',
  severity: 'error',
  types: ['scp', 'rcp'],
  rank: 'grammar',
  page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html',
  *find({ policy, policyType, text }): Iterable<Found> {
    if (policy === undefined) return;
    const kind = policyType === 'rcp' ? 'An RCP' : 'An SCP';
    if (policy.version?.value === OLD) {
      const message = `${kind} is written in the policy language of 2012; Organizations refuses the older edition. Change the \`Version\` to \`${NEW}\`.`;
      yield { range: policy.version.range, message, fixes: [toNewVersion(policy.version.range, text)] };
    } else if (policy.node.members.every(({ key }) => key.value !== 'Version')) {
      const edits = [insertFirstMember(text, policy.node, `"Version": "${NEW}"`)];
      const message = `${kind} has to name its version, or Organizations refuses it. Add \`"Version": "${NEW}"\`.`;
      yield { range: policy.node.range, message, fixes: [{ title: `Add \`"Version": "${NEW}"\``, edits }] };
    }
  },
};

const OLD_VERSION: Check = {
  id: 'OLD_VERSION',
  severity: 'suggestion',
  types: allBut('scp', 'rcp'),
  rank: 'style',
  page: PAGE,
  *find({ policy, text }): Iterable<Found> {
    if (policy?.version?.value !== OLD) return;
    const message = `Version \`${OLD}\` knows no policy variables: a \`\${…}\` in it stands for itself. Use \`${NEW}\`.`;
    yield { range: policy.version.range, message, fixes: [toNewVersion(policy.version.range, text)] };
  },
};

function toNewVersion(range: Range, text: string): QuickFix {
  const effect = text.includes(`\${`) ? ', so that policy variables are replaced' : '';
  return { title: `Change to \`${NEW}\`${effect}`, edits: [{ range, text: `"${NEW}"` }] };
}

export const VERSION_ON_SAVING_CHECKS: readonly Check[] = [VERSION_REQUIRED, OLD_VERSION];
