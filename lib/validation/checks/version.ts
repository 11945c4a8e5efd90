import { POLICY_ELEMENTS } from '@/lib/policy/document';
import { insertFirstMember } from '@/lib/text/json-edit';
import { code } from '@/lib/text/wording';
import type { Check } from '@/lib/validation/check';
import { lacks } from '@/lib/validation/element-names';
import { changeTo } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES, allBut } from '@/lib/validation/policy-types';

const INVALID_VERSION: Check = {
  id: 'INVALID_VERSION',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'grammar',
  page: analyzerPage('error', 'invalid-version'),
  *find({ policy }) {
    const version = policy?.version;
    // A variable there has a finding of its own.
    if (version === undefined || VERSIONS.includes(version.value) || version.value.includes('${')) return;
    const message = `${code(version.value)} is no version of the policy language. \`Version\` is not a date of yours: use \`2012-10-17\`.`;
    yield { range: version.range, message, fixes: [changeTo(version.range, '2012-10-17')] };
  },
};

const VERSIONS: readonly string[] = ['2012-10-17', '2008-10-17'];

const MISSING_VERSION: Check = {
  id: 'MISSING_VERSION',
  severity: 'warning',
  // In an SCP or RCP it is an error: VERSION_REQUIRED.
  types: allBut('scp', 'rcp'),
  rank: 'grammar',
  page: analyzerPage('general-warning', 'missing-version'),
  *find({ policy, text }) {
    if (policy === undefined || !lacks(policy.node, POLICY_ELEMENTS, ['Version'])) return;
    const message =
      'Without `Version` the policy language of 2008 applies, which knows no policy variables. Add `"Version": "2012-10-17"`.';
    const edits = [insertFirstMember(text, policy.node, '"Version": "2012-10-17"')];
    yield { range: policy.node.range, message, fixes: [{ title: 'Add `"Version": "2012-10-17"`', edits }] };
  },
};

export const VERSION_CHECKS: readonly Check[] = [INVALID_VERSION, MISSING_VERSION];
