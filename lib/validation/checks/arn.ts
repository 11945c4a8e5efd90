import { isAccountId } from '@/lib/iam/arn';
import { isRegion, PARTITIONS, REGIONS } from '@/lib/iam/regions';
import { nearestName } from '@/lib/text/nearest';
import { code, listOf } from '@/lib/text/wording';
import { arnFormsOf, formsThatFit } from '@/lib/validation/arn-forms';
import { type Check, inStatements } from '@/lib/validation/check';
import type { QuickFix } from '@/lib/validation/finding';
import { changeTo } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import { isOpen, type ResourceArn } from '@/lib/validation/resource-arn';
import { isNamedService, meantPrefix } from '@/lib/validation/services';
import type { Subject } from '@/lib/validation/subject';
import { readVariables } from '@/lib/validation/terms/variables';

// The ARNs of `Resource` and `NotResource`.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html

/** A check of every ARN by itself. */
function arnCheck(
  id: string,
  page: string,
  rank: Check['rank'],
  find: (
    arn: ResourceArn,
    subject: Subject,
  ) => string | readonly [message: string, fix: QuickFix | undefined] | undefined,
): Check {
  return {
    id,
    severity: 'error',
    types: ALL_TYPES,
    rank,
    page: analyzerPage('error', page),
    find: inStatements(({ resource }, report, subject) => {
      for (const { arn, range } of resource?.entries ?? []) {
        const said = arn && find(arn, subject);
        if (said === undefined) continue;
        const [message, fix] = typeof said === 'string' ? [said] : said;
        report({ range, message, ...(fix && { fixes: [fix] }) });
      }
    }),
  };
}

/** The ARN with another text in one of its fields. */
function withField(arn: ResourceArn, place: number, text: string): QuickFix {
  const fields = arn.fields.map((field, at) => (at === place ? text : field));
  return changeTo(arn.range, fields.join(':'));
}

const INVALID_ARN_PREFIX: Check = {
  id: 'INVALID_ARN_PREFIX',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'format',
  page: analyzerPage('error', 'invalid-arn-prefix'),
  find: inStatements(({ resource }, report, { policyType }) => {
    for (const { value, range } of resource?.entries ?? []) {
      if (value.startsWith('arn:') || /^[*?]+$/.test(value) || startsWithTemplate(value)) continue;
      // API Gateway fills up what its own policies leave out.
      if (policyType === 'resource' && value.startsWith('execute-api:/')) continue;
      const meant = meantArn(value);
      const message = `${code(value)} is no ARN. A resource is \`"*"\` or an ARN, which begins with \`arn:\`.`;
      report({ range, message, ...(meant && { fixes: [changeTo(range, meant)] }) });
    }
  }),
};

function startsWithTemplate(value: string): boolean {
  const [first] = readVariables(value);
  return first?.start === 0 && first.isTemplate;
}

/** An ARN in another letter case, or one without its first parts. */
function meantArn(value: string): string | undefined {
  const plain = value.trim();
  if (/^arn:/i.test(plain)) return `arn:${plain.slice(4)}`;
  if (/^aws[a-z-]*:/.test(plain) && plain.split(':').length >= 5) return `arn:${plain}`;
  return /^:?s3:::/.test(plain) ? `arn:aws:${plain.replace(/^:/, '')}` : undefined;
}

const MISSING_ARN_FIELD = arnCheck('MISSING_ARN_FIELD', 'missing-arn-field', 'format', (arn) => {
  if (!arn.isShort) return undefined;
  const message = `${code(arn.text)} has ${arn.fields.length} of the 6 parts of an ARN: \`arn:partition:service:region:account:resource\`.`;
  // A bucket name behind too few colons has one reading.
  const bucket = /^arn:(aws[a-z-]*):s3:{1,2}([a-z0-9][a-z0-9.-]+(?:\/.*)?)$/.exec(arn.text);
  const [, partition, name] = bucket ?? [];
  return bucket ? [message, changeTo(arn.range, `arn:${partition}:s3:::${name}`)] : message;
});

const INVALID_PARTITION = arnCheck('INVALID_PARTITION', 'invalid-partition', 'format', (arn) => {
  const { partition } = arn;
  if (arn.isShort || isOpen(partition) || PARTITIONS.includes(partition)) return undefined;
  const near = nearestName(partition, PARTITIONS) ?? (/^(?:amazon|)$/.test(partition) ? 'aws' : undefined);
  const hint = near ? ` Did you mean ${code(near)}?` : ' In most Regions it is `aws`.';
  const message = `${code(partition)} in ${code(arn.text)} is no partition of AWS.${hint}`;
  return [message, near === undefined ? undefined : withField(arn, 1, near)];
});

const INVALID_ARN_SERVICE_CASE = arnCheck(
  'INVALID_ARN_SERVICE_CASE',
  'invalid-arn-service-case',
  'format',
  (arn, { catalog }) => {
    const lower = arn.service.toLowerCase();
    if (lower === arn.service || isOpen(arn.service) || !isArnService(lower, catalog)) return undefined;
    return [
      `Services are written in lower case in ARNs: ${code(lower)}, not ${code(arn.service)}.`,
      withField(arn, 2, lower),
    ];
  },
);

function isArnService(service: string, catalog: Subject['catalog']): boolean {
  return isNamedService(service, catalog) || arnFormsOf(service, catalog) !== undefined;
}

const INVALID_ARN_REGION = arnCheck('INVALID_ARN_REGION', 'invalid-arn-region', 'format', (arn) => {
  const { region } = arn;
  if (arn.isShort || region === '' || isOpen(region) || isRegion(region)) return undefined;
  const near = nearestName(region, REGIONS);
  const hint = near ? ` Did you mean ${code(near)}?` : '';
  return [
    `${code(region)} in ${code(arn.text)} is no Region.${hint}`,
    near === undefined ? undefined : withField(arn, 3, near),
  ];
});

const MISSING_ARN_REGION = arnCheck('MISSING_ARN_REGION', 'missing-arn-region', 'existence', (arn, { catalog }) => {
  if (arn.region !== '') return undefined;
  const fitting = formsFor(arn, catalog);
  if (fitting.length === 0 || fitting.some((form) => !form.hasRegion)) return undefined;
  return `An ARN of ${code(arn.service)} names a Region. Write it, or \`*\` for every Region.`;
});

const ARN_REGION_NOT_ALLOWED = arnCheck(
  'ARN_REGION_NOT_ALLOWED',
  'arn-region-not-allowed',
  'existence',
  (arn, { catalog }) => {
    if (arn.region === '' || /^\*+$/.test(arn.region)) return undefined;
    const fitting = formsFor(arn, catalog);
    if (fitting.length === 0 || fitting.some((form) => form.hasRegion)) return undefined;
    return [
      `This kind of ${code(arn.service)} ARN has no Region. Leave that part empty, else it matches nothing.`,
      withField(arn, 3, ''),
    ];
  },
);

// What services write in the place of an account: things of AWS's own.
const ACCOUNT_WORDS = /^(?:aws|aws-managed|cloudfront|amazon-managed[a-z-]*|amazon|self|system)$/;

const INVALID_ARN_ACCOUNT = arnCheck('INVALID_ARN_ACCOUNT', 'invalid-arn-account', 'format', (arn) => {
  const { account } = arn;
  if (arn.isShort || account === '' || isOpen(account) || isAccountId(account) || ACCOUNT_WORDS.test(account))
    return undefined;
  const dashed = account.replaceAll('-', '');
  const why = /^\d+$/.test(account) ? `${code(account)} has ${account.length}` : `${code(account)} is none`;
  const fix = isAccountId(dashed) ? withField(arn, 4, dashed) : undefined;
  return [`An account ID has 12 digits; ${why}.`, fix];
});

const ARN_ACCOUNT_NOT_ALLOWED = arnCheck(
  'ARN_ACCOUNT_NOT_ALLOWED',
  'arn-account-not-allowed',
  'existence',
  (arn, { catalog }) => {
    // A lone star also stands for no account.
    if (arn.account === '' || /^\*+$/.test(arn.account)) return undefined;
    const fitting = formsFor(arn, catalog);
    if (fitting.length === 0 || fitting.some((form) => form.hasAccount)) return undefined;
    return [
      `This kind of ${code(arn.service)} ARN has no account. Leave that part empty, else it matches nothing.`,
      withField(arn, 4, ''),
    ];
  },
);

const INVALID_ARN_RESOURCE = arnCheck(
  'INVALID_ARN_RESOURCE',
  'invalid-arn-resource',
  'existence',
  (arn, { catalog }) => {
    const forms = knownForms(arn, catalog);
    if (forms === undefined || (arn.resource !== '' && formsFor(arn, catalog).length > 0)) return undefined;
    const endings = [...new Set(forms.map((form) => form.arn.split(':').slice(5).join(':')))];
    const ways = listOf(
      endings.slice(0, 3).map((ending) => code(ending.replaceAll(/\$\{([^}]*)\}/g, '$1'))),
      'or',
    );
    const more = endings.length > 3 ? `, or one of ${endings.length - 3} other ways` : '';
    return `${code(arn.resource)} is no resource of ${code(arn.service)}. Its ARNs end in ${ways}${more}.`;
  },
);

/** The forms of the ARN's service; `undefined` where its ARN is short, its service open or not known. */
function knownForms(arn: ResourceArn, catalog: Subject['catalog']) {
  return arn.isShort || isOpen(arn.service) ? undefined : arnFormsOf(arn.service, catalog);
}

function formsFor(arn: ResourceArn, catalog: Subject['catalog']) {
  return (arn.isShort || isOpen(arn.service) ? undefined : formsThatFit(arn, catalog)) ?? [];
}

/** The service of an ARN that is none. */
export const unknownServiceOfArn = arnCheck('INVALID_SERVICE', 'invalid-service', 'existence', (arn, { catalog }) => {
  const { service } = arn;
  if (arn.isShort || isOpen(service) || isArnService(service.toLowerCase(), catalog)) return undefined;
  const near = meantPrefix(service, catalog);
  const hint = near ? ` Did you mean ${code(near)}?` : '';
  return [`AWS has no service ${code(service)}.${hint}`, near === undefined ? undefined : withField(arn, 2, near)];
});

export const ARN_CHECKS: readonly Check[] = [
  INVALID_ARN_PREFIX,
  MISSING_ARN_FIELD,
  INVALID_PARTITION,
  INVALID_ARN_SERVICE_CASE,
  INVALID_ARN_REGION,
  MISSING_ARN_REGION,
  ARN_REGION_NOT_ALLOWED,
  INVALID_ARN_ACCOUNT,
  ARN_ACCOUNT_NOT_ALLOWED,
  INVALID_ARN_RESOURCE,
];
