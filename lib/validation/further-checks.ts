import type { Check } from '@/lib/validation/check';
import { ACCOUNT_CHECKS } from '@/lib/validation/checks/accounts';
import { ACTION_FORM_CHECKS } from '@/lib/validation/checks/action-form';
import { ACTION_ON_RESOURCE_CHECKS } from '@/lib/validation/checks/action-on-resource';
import { ACTION_SPELLING_CHECKS } from '@/lib/validation/checks/action-spelling';
import { BUCKET_POLICY_CHECKS } from '@/lib/validation/checks/bucket-policy';
import { CHARACTER_CHECKS } from '@/lib/validation/checks/characters';
import { CONDITION_TRUTH_CHECKS } from '@/lib/validation/checks/condition-truth';
import { COVERED_STATEMENT_CHECKS } from '@/lib/validation/checks/covered-statements';
import { DENY_EVERYTHING_CHECKS } from '@/lib/validation/checks/deny-everything';
import { EMPTY_LIST_ON_SAVING_CHECKS } from '@/lib/validation/checks/empty-list-on-saving';
import { GROUP_PRINCIPAL_CHECKS } from '@/lib/validation/checks/group-principal';
import { KEY_POLICY_CHECKS } from '@/lib/validation/checks/key-policy';
import { LIST_WITHOUT_READ_CHECKS } from '@/lib/validation/checks/list-without-read';
import { MFA_CHECKS } from '@/lib/validation/checks/mfa';
import { MISSING_KEY_CHECKS } from '@/lib/validation/checks/missing-keys';
import { NOT_PRINCIPAL_DENY_CHECKS } from '@/lib/validation/checks/not-principal-deny';
import { OIDC_TRUST_CHECKS } from '@/lib/validation/checks/oidc-trust';
import { OPEN_ACCESS_CHECKS } from '@/lib/validation/checks/open-access';
import { ORGANIZATION_POLICY_CHECKS } from '@/lib/validation/checks/organization-policies';
import { OTHER_TYPE_CHECKS } from '@/lib/validation/checks/other-type';
import { PASTED_VALUE_CHECKS } from '@/lib/validation/checks/pasted-values';
import { PRIVILEGE_ESCALATION_CHECKS } from '@/lib/validation/checks/privilege-escalation';
import { SENSITIVE_ACTION_CHECKS } from '@/lib/validation/checks/sensitive-actions';
import { SERVICE_PRINCIPAL_CHECKS } from '@/lib/validation/checks/service-principal';
import { SERVICE_TRUST_CHECKS } from '@/lib/validation/checks/service-trust';
import { SIZE_ON_SAVING_CHECKS } from '@/lib/validation/checks/size-on-saving';
import { TAGGING_CHECKS } from '@/lib/validation/checks/tagging';
import { VARIABLE_NAME_CHECKS } from '@/lib/validation/checks/variable-names';
import { VERSION_ON_SAVING_CHECKS } from '@/lib/validation/checks/version-on-saving';
import { WIDE_GRANT_CHECKS } from '@/lib/validation/checks/wide-grants';

/** What services refuse when a policy is saved, and what is worth saying beyond what AWS reports. */
export const FURTHER_CHECKS: readonly Check[] = [
  ...CHARACTER_CHECKS,
  ...SIZE_ON_SAVING_CHECKS,
  ...VERSION_ON_SAVING_CHECKS,
  ...OTHER_TYPE_CHECKS,
  // Principals
  ...SERVICE_PRINCIPAL_CHECKS,
  ...GROUP_PRINCIPAL_CHECKS,
  ...NOT_PRINCIPAL_DENY_CHECKS,
  ...OPEN_ACCESS_CHECKS,
  ...SERVICE_TRUST_CHECKS,
  ...OIDC_TRUST_CHECKS,
  // Actions and resources
  ...ACTION_FORM_CHECKS,
  ...EMPTY_LIST_ON_SAVING_CHECKS,
  ...ACTION_SPELLING_CHECKS,
  ...ACTION_ON_RESOURCE_CHECKS,
  ...PASTED_VALUE_CHECKS,
  ...ACCOUNT_CHECKS,
  // Conditions
  ...VARIABLE_NAME_CHECKS,
  ...MISSING_KEY_CHECKS,
  ...MFA_CHECKS,
  ...CONDITION_TRUTH_CHECKS,
  // What statements grant
  ...WIDE_GRANT_CHECKS,
  ...SENSITIVE_ACTION_CHECKS,
  ...PRIVILEGE_ESCALATION_CHECKS,
  ...LIST_WITHOUT_READ_CHECKS,
  ...TAGGING_CHECKS,
  ...COVERED_STATEMENT_CHECKS,
  ...DENY_EVERYTHING_CHECKS,
  // Policies of one kind
  ...BUCKET_POLICY_CHECKS,
  ...KEY_POLICY_CHECKS,
  ...ORGANIZATION_POLICY_CHECKS,
];
