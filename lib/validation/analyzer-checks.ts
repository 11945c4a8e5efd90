import type { Check } from '@/lib/validation/check';
import { ACTION_CHECKS } from '@/lib/validation/checks/action';
import { ACTION_AND_KEY_CHECKS } from '@/lib/validation/checks/action-and-key';
import { ARN_CHECKS } from '@/lib/validation/checks/arn';
import { IP_CHECKS } from '@/lib/validation/checks/condition-ip';
import { KEY_CHECKS } from '@/lib/validation/checks/condition-key';
import { CONDITION_LIST_CHECKS } from '@/lib/validation/checks/condition-list';
import { OPERATOR_CHECKS } from '@/lib/validation/checks/condition-operator';
import { CONDITION_TYPE_CHECKS } from '@/lib/validation/checks/condition-type';
import { VALUE_CHECKS } from '@/lib/validation/checks/condition-value';
import { DATA_TYPE_CHECKS } from '@/lib/validation/checks/data-types';
import { EFFECT_CHECKS } from '@/lib/validation/checks/effect';
import { ELEMENT_CHECKS } from '@/lib/validation/checks/elements';
import { JSON_CHECKS } from '@/lib/validation/checks/json';
import { OIDC_CONDITION_CHECKS } from '@/lib/validation/checks/oidc-condition';
import { PASS_ROLE_CHECKS } from '@/lib/validation/checks/pass-role';
import { PRINCIPAL_CHECKS } from '@/lib/validation/checks/principal';
import { RCP_CHECKS } from '@/lib/validation/checks/rcp';
import { REDUNDANT_STATEMENT_CHECKS } from '@/lib/validation/checks/redundant-statement';
import { RESOURCE_CHECKS } from '@/lib/validation/checks/resource';
import { SERVICE_CONDITION_CHECKS } from '@/lib/validation/checks/service-condition';
import { SERVICE_NAME_CHECKS } from '@/lib/validation/checks/service-name';
import { SERVICE_WILDCARD_CHECKS } from '@/lib/validation/checks/service-wildcard';
import { SID_CHECKS } from '@/lib/validation/checks/sid';
import { SIZE_CHECKS } from '@/lib/validation/checks/size';
import { TAG_CONDITION_CHECKS } from '@/lib/validation/checks/tag-condition';
import { TRUST_CHECKS } from '@/lib/validation/checks/trust';
import { VARIABLE_CHECKS } from '@/lib/validation/checks/variables';
import { VERSION_CHECKS } from '@/lib/validation/checks/version';

/**
 * What IAM Access Analyzer reports, and what is wrong with pasted text, a file for each element or subject, in a reader's order: the text, its elements one by
 * one, then what statements mean.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const ANALYZER_CHECKS: readonly Check[] = [
  ...JSON_CHECKS,
  ...DATA_TYPE_CHECKS,
  ...ELEMENT_CHECKS,
  ...VERSION_CHECKS,
  ...SID_CHECKS,
  ...EFFECT_CHECKS,
  ...PRINCIPAL_CHECKS,
  ...ACTION_CHECKS,
  ...RESOURCE_CHECKS,
  ...ARN_CHECKS,
  ...SERVICE_NAME_CHECKS,
  ...SERVICE_WILDCARD_CHECKS,
  ...OPERATOR_CHECKS,
  ...KEY_CHECKS,
  ...CONDITION_TYPE_CHECKS,
  ...VALUE_CHECKS,
  ...CONDITION_LIST_CHECKS,
  ...IP_CHECKS,
  ...VARIABLE_CHECKS,
  ...ACTION_AND_KEY_CHECKS,
  ...TRUST_CHECKS,
  ...RCP_CHECKS,
  ...PASS_ROLE_CHECKS,
  ...TAG_CONDITION_CHECKS,
  ...SERVICE_CONDITION_CHECKS,
  ...OIDC_CONDITION_CHECKS,
  ...REDUNDANT_STATEMENT_CHECKS,
  ...SIZE_CHECKS,
];
