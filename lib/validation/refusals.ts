import { lookUp } from '@/lib/text/table';
import { code } from '@/lib/text/wording';
import type { Finding } from '@/lib/validation/finding';
import type { Subject } from '@/lib/validation/subject';
import { arnFields } from '@/lib/validation/terms/arn-fields';
import { serviceOfPolicy } from '@/lib/validation/terms/policy-service';

// What services answer when such a policy is saved, in their own words: people search for these texts. Only texts that AWS is
// known to answer literally stand here.

/** A text, or how it is made from what the finding marks. */
type Answer = string | ((marked: string) => string | undefined);

const IDENTITY: Readonly<Record<string, Answer>> = {
  ...fromEach(
    'MalformedPolicyDocument: Syntax errors in policy.',
    'JSON_SYNTAX_ERROR INVALID_POLICY_ELEMENT DATA_TYPE_MISMATCH INVALID_CONDITION_OPERATOR NULL_WITH_IF_EXISTS UNSUPPORTED_ELEMENT_COMBINATION',
  ),
  ...fromEach('MalformedPolicyDocument: The policy failed legacy parsing', 'INVALID_EFFECT LEADING_WHITESPACE'),
  UNSUPPORTED_PRINCIPAL: 'MalformedPolicyDocument: Policy document should not specify a principal.',
  ...fromEach('MalformedPolicyDocument: Policy statement must contain actions.', 'MISSING_ACTION ACTION_LIST_EMPTY'),
  ...fromEach(
    'MalformedPolicyDocument: Policy statement must contain resources.',
    'MISSING_RESOURCE RESOURCE_LIST_EMPTY',
  ),
  UNIQUE_SIDS_REQUIRED: 'MalformedPolicyDocument: Statement IDs (SID) in a single policy must be unique.',
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: 'LimitExceeded: Cannot exceed quota for PolicySize: 6144',
};

const TRUST: Readonly<Record<string, Answer>> = {
  ...fromEach(
    'MalformedPolicyDocument: Syntax errors in policy.',
    'INVALID_POLICY_ELEMENT DATA_TYPE_MISMATCH INVALID_CONDITION_OPERATOR NULL_WITH_IF_EXISTS UNSUPPORTED_ELEMENT_COMBINATION',
  ),
  JSON_SYNTAX_ERROR: 'MalformedPolicyDocument: This policy contains invalid Json',
  INVALID_EFFECT: 'MalformedPolicyDocument: The policy failed legacy parsing',
  LEADING_WHITESPACE: 'MalformedPolicyDocument: JSON strings must not have leading spaces',
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: 'MalformedPolicyDocument: Has prohibited field Resource',
  UNSUPPORTED_ACTION_IN_POLICY: 'MalformedPolicyDocument: AssumeRole policy may only specify STS AssumeRole actions.',
  MISSING_PRINCIPAL: 'MalformedPolicyDocument: Missing required field Principal',
  EMPTY_OBJECT_PRINCIPAL: 'MalformedPolicyDocument: Missing required field Principal cannot be empty!',
  MISSING_EFFECT: 'MalformedPolicyDocument: Missing required field Effect',
  MISSING_ACTION: 'MalformedPolicyDocument: Missing required field Action',
  INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY:
    'MalformedPolicyDocument: Federated principals must be valid domain names or SAML metadata ARNs',
  ...fromEach(
    (marked) => `MalformedPolicyDocument: Invalid principal in policy: "AWS":${marked}`,
    'INVALID_PRINCIPAL_FORMAT UNSUPPORTED_WILDCARD_IN_PRINCIPAL PRINCIPAL_IS_GROUP',
  ),
  INVALID_SERVICE_PRINCIPAL: (marked) => `MalformedPolicyDocument: Invalid principal in policy: "SERVICE":${marked}`,
  POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA: 'LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048',
};

/** What IAM answers for policies of identities and of roles' trust alike. */
const IAM: Readonly<Record<string, Answer>> = {
  UNSUPPORTED_SID:
    'MalformedPolicyDocument: Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
  ...fromEach(
    'MalformedPolicyDocument: Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    'ACTION_WITHOUT_SERVICE INVALID_CONDITION_KEY_FORMAT',
  ),
  ACTION_WITH_TWO_COLONS: 'MalformedPolicyDocument: Actions/Condition can contain only one colon.',
  INVALID_SERVICE_IN_ACTION: (marked) => {
    const vendor = unquoted(marked).split(':')[0] ?? '';
    // Others are saved, and fit nothing.
    return /^[A-Za-z0-9.-]*$/.test(vendor) ? undefined : `MalformedPolicyDocument: Vendor ${vendor} is not valid`;
  },
  INVALID_ARN_PREFIX: (marked) => `MalformedPolicyDocument: Resource ${unquoted(marked)} must be in ARN format or "*".`,
  INVALID_PARTITION: (marked) => {
    const arn = unquoted(marked);
    return `MalformedPolicyDocument: Partition "${arnFields(arn)[1] ?? ''}" is not valid for resource "${arn}".`;
  },
  ARN_REGION_NOT_ALLOWED: (marked) => {
    const arn = unquoted(marked);
    const service = arnFields(arn)[2];
    if (service === 'iam') return `MalformedPolicyDocument: IAM resource ${arn} cannot contain region information.`;
    return service === 's3'
      ? `MalformedPolicyDocument: Resource ${arn} can not contain region information.`
      : undefined;
  },
  INVALID_ARN_RESOURCE: (marked) => {
    if (arnFields(unquoted(marked))[2] !== 'iam') return undefined;
    return 'MalformedPolicyDocument: IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.';
  },
};

const ORGANIZATIONS =
  'MalformedPolicyDocumentException: The provided policy document does not meet the requirements of the specified policy type.';

const INVALID_PRINCIPALS =
  'INVALID_PRINCIPAL_FORMAT UNSUPPORTED_WILDCARD_IN_PRINCIPAL PRINCIPAL_IS_GROUP INVALID_SERVICE_PRINCIPAL FEDERATED_PRINCIPAL_NOT_SUPPORTED';

/** What the services of resource-based policies answer; under `*` for every error that has no answer of its own. */
const RESOURCE: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  s3: {
    JSON_SYNTAX_ERROR: "MalformedPolicy: Policies must be valid JSON and the first byte must be '{'",
    ...fromEach('MalformedPolicy: Invalid principal in policy', INVALID_PRINCIPALS),
    ...fromEach(
      'MalformedPolicy: Policy has invalid resource',
      'S3_RESOURCE_STAR_IN_BUCKET_POLICY INVALID_ARN_PREFIX UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
    ),
    ...fromEach('MalformedPolicy: Policy has invalid action', 'INVALID_ACTION INVALID_SERVICE_IN_ACTION'),
    ...fromEach(
      'MalformedPolicy: Action does not apply to any resource(s) in statement',
      'UNSUPPORTED_ACTION_IN_POLICY S3_BUCKET_ACTION_ON_OBJECT_ARN S3_OBJECT_ACTION_ON_BUCKET_ARN',
    ),
    UNSUPPORTED_ACTION_FOR_CONDITION_KEY:
      'MalformedPolicy: Conditions do not apply to combination of actions and resources in statement',
    ...fromEach(
      'MalformedPolicy: Policy has an invalid condition key',
      'INVALID_GLOBAL_CONDITION_KEY INVALID_SERVICE_CONDITION_KEY',
    ),
    MISSING_PRINCIPAL: 'MalformedPolicy: Missing required field Principal',
    EMPTY_OBJECT_PRINCIPAL: 'MalformedPolicy: Missing required field Principal cannot be empty!',
    MISSING_EFFECT: 'MalformedPolicy: Missing required field Effect',
    MISSING_ACTION: 'MalformedPolicy: Missing required field Action',
  },
  kms: {
    ...fromEach(
      'MalformedPolicyDocumentException: Policy contains a statement with one or more invalid principals.',
      INVALID_PRINCIPALS,
    ),
    KMS_POLICY_LOCKOUT:
      'MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future.',
  },
  sqs: { '*': 'InvalidAttributeValue: Invalid value for the parameter Policy.' },
  sns: {
    UNSUPPORTED_ACTION_IN_POLICY: 'InvalidParameter: Invalid parameter: Policy statement action out of service scope!',
    '*': 'InvalidParameter: Invalid parameter: Policy Error: null',
  },
  lambda: fromEach(
    'InvalidParameterValueException: The provided principal was invalid. Please check the principal and try again.',
    INVALID_PRINCIPALS,
  ),
  ecr: {
    '*': "InvalidParameterException: Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided'",
  },
};

/** One answer to several checks. */
function fromEach(answer: Answer, checks: string): Readonly<Record<string, Answer>> {
  return Object.fromEntries(checks.split(' ').map((check) => [check, answer]));
}

/** A JSON string without its quotes; its escapes stay, they are rare and harmless here. */
function unquoted(marked: string): string {
  return marked.replace(/^"/, '').replace(/"$/, '');
}

/** The findings, each with the words with which AWS refuses to save such a policy, where they are known. */
export function quoteRefusals(findings: readonly Finding[], subject: Subject): readonly Finding[] {
  const service = subject.policyType === 'resource' ? serviceOfPolicy(subject.policy) : undefined;
  return findings.map((finding) => {
    const answer = answerTo(finding, subject, service);
    const marked = subject.text.slice(finding.range.start, finding.range.end);
    const text = typeof answer === 'function' ? answer(marked) : answer;
    return text === undefined
      ? finding
      : { ...finding, message: `${finding.message} AWS answers ${code(text)} when you save it.` };
  });
}

function answerTo(
  { check, severity }: Finding,
  { policyType }: Subject,
  service: string | undefined,
): Answer | undefined {
  switch (policyType) {
    case 'identity':
    case 'boundary':
      return lookUp(IDENTITY, check) ?? lookUp(IAM, check);
    case 'trust':
      return lookUp(TRUST, check) ?? lookUp(IAM, check);
    case 'session':
      return check === 'POLICY_SIZE_EXCEEDS_SESSION_QUOTA' ? 'PackedPolicyTooLarge' : undefined;
    case 'scp':
    case 'rcp':
      if (check.startsWith('POLICY_SIZE_')) return 'You have exceeded the maximum policy size.';
      return severity === 'error' && isRefusedByGrammar(check) ? ORGANIZATIONS : undefined;
    case 'resource': {
      const answers = service === undefined ? undefined : lookUp(RESOURCE, service);
      return answers && (lookUp(answers, check) ?? (severity === 'error' ? lookUp(answers, '*') : undefined));
    }
    case 'endpoint':
      return undefined;
  }
}

/** Organizations looks at the form of a policy, not at whether its actions, keys and resources exist. */
function isRefusedByGrammar(check: string): boolean {
  return /^(?:JSON_SYNTAX_ERROR|DATA_TYPE_MISMATCH|INVALID_POLICY_ELEMENT|MISSING_(?:STATEMENT|EFFECT|ACTION|RESOURCE|PRINCIPAL)|INVALID_EFFECT|INVALID_VERSION|VERSION_REQUIRED|UNSUPPORTED_ELEMENT_COMBINATION|UNSUPPORTED_SID|INVALID_CONDITION_OPERATOR|NULL_WITH_IF_EXISTS|SCP_SYNTAX_ERROR_PRINCIPAL|RCP_SYNTAX_ERROR_.*|ACTION_WITHOUT_SERVICE|ACTION_WITH_TWO_COLONS)$/.test(
    check,
  );
}
