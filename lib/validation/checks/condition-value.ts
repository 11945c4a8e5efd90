import { isRegion, REGIONS } from '@/lib/iam/regions';
import { readInstant, writeInstant } from '@/lib/text/instant';
import type { JsonScalar } from '@/lib/text/json';
import { nearestName } from '@/lib/text/nearest';
import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { canRead, isMismatched } from '@/lib/validation/checks/condition-type';
import type { QuickFix } from '@/lib/validation/finding';
import { changeTo } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { Clause, OperatorKind } from '@/lib/validation/policy-view';
import type { Subject } from '@/lib/validation/subject';
import { addressRangeOf } from '@/lib/validation/terms/address-ranges';
import { isNull } from '@/lib/validation/terms/conditions';

// The values of conditions.

type Said = string | readonly [message: string, fix: QuickFix | undefined];

/** A check of every value by itself. */
function valueCheck(
  more: Pick<Check, 'id' | 'severity' | 'rank' | 'page'>,
  find: (value: JsonScalar, clause: Clause) => Said | undefined,
  isDue: (clause: Clause, subject: Subject) => boolean,
): Check {
  return {
    ...more,
    types: ALL_TYPES,
    find: inStatements(({ clauses }, report, subject) => {
      for (const clause of clauses) {
        if (!isDue(clause, subject)) continue;
        for (const value of clause.values) {
          const said = value.text.includes('${') ? undefined : find(value, clause);
          if (said === undefined) continue;
          const [message, fix] = typeof said === 'string' ? [said] : said;
          report({ range: value.range, message, ...(fix && { fixes: [fix] }) });
        }
      }
    }),
  };
}

/** Values that an operator cannot read, so that they equal nothing (C33). */
function unreadable(id: string, page: string, kinds: readonly OperatorKind[], say: (text: string) => string): Check {
  return valueCheck(
    { id, severity: 'warning', rank: 'format', page: analyzerPage('general-warning', page) },
    (value, clause) => (isReadable(clause, value) ? undefined : say(code(value.text))),
    (clause, { catalog }) => {
      const kind = clause.kind;
      return kind !== undefined && kinds.includes(kind) && !isMismatched(clause, catalog);
    },
  );
}

function isReadable(clause: Clause, value: JsonScalar): boolean {
  if (isNull(clause)) return /^(?:true|false)$/i.test(value.text);
  return clause.kind === 'IpAddress' ? addressRangeOf(value) !== undefined : canRead(clause, value.text);
}

const INVALID_DATE_VALUE = valueCheck(
  {
    id: 'INVALID_DATE_VALUE',
    severity: 'warning',
    rank: 'format',
    page: analyzerPage('general-warning', 'invalid-date-value'),
  },
  ({ text, range }) => {
    // Four digits are a year (C50).
    if (!/^[+-]?\d+(?:\.\d+)?$/.test(text) || /^\d{4}$/.test(text)) return undefined;
    const instant = readInstant(text);
    const date = instant === undefined ? undefined : writeInstant(instant);
    const hint = date === undefined ? 'Write a date, such as `2026-01-31T00:00:00Z`.' : `Write ${code(date)}.`;
    return [
      `${code(text)} is a number of seconds, which may be read differently. ${hint}`,
      date === undefined ? undefined : changeTo(range, date),
    ];
  },
  (clause, { catalog }) => clause.kind === 'Date' && clause.id !== 'aws:epochtime' && !isMismatched(clause, catalog),
);

/** `Null`, which takes true or false, also where it is written with an ending that it does not have. */
function looksLikeNull(clause: Clause): boolean {
  return isNull(clause) || /^null/i.test(clause.operator.value);
}

/** Values of certain keys, whatever compares them. */
function keyValue(
  id: string,
  page: string,
  isKey: (id: string) => boolean,
  find: (text: string, value: JsonScalar, id: string) => Said | undefined,
): Check {
  return valueCheck(
    { id, severity: 'error', rank: 'format', page: analyzerPage('error', page) },
    (value, clause) => (/[*?]/.test(value.text) ? undefined : find(value.text, value, clause.id)),
    (clause, { catalog }) => isKey(clause.id) && !looksLikeNull(clause) && !isMismatched(clause, catalog),
  );
}

const INVALID_REGION = keyValue(
  'INVALID_REGION',
  'invalid-region',
  (id) => id === 'aws:requestedregion',
  (text, { range }) => {
    if (isRegion(text) || text === 'aws-global') return undefined;
    const meant = nearestName(text, REGIONS);
    const hint = meant ? ` Did you mean ${code(meant)}?` : '';
    return [`AWS has no Region ${code(text)}.${hint}`, meant === undefined ? undefined : changeTo(range, meant)];
  },
);

function networkId(id: string, page: string, key: string, prefix: string, what: string): Check {
  const form = new RegExp(`^${prefix}-(?:[0-9A-Za-z]{8}|[0-9A-Za-z]{17})$`);
  return keyValue(
    id,
    page,
    (name) => name === key,
    (text) =>
      form.test(text)
        ? undefined
        : `${code(text)} is no ID of ${what}: it is ${code(`${prefix}-`)} and 8 or 17 letters and digits.`,
  );
}

// Keys that hold the name of a service as a principal, also those with a Region in it.
const SERVICE_PRINCIPAL_KEYS: ReadonlySet<string> = new Set([
  'iam:passedtoservice',
  'iam:awsservicename',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:calledviaawsmcp',
  'kms:viaservice',
]);
const SERVICE_PRINCIPAL =
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com(?:\.cn)?|amazon\.com|aws\.internal|aws\.com)$/;

const INVALID_SERVICE_PRINCIPAL_FORMAT = keyValue(
  'INVALID_SERVICE_PRINCIPAL_FORMAT',
  'invalid-service-principal-format',
  (id) => SERVICE_PRINCIPAL_KEYS.has(id),
  (text, { range }, id) => {
    if (id === 'kms:viaservice') {
      const regional = SERVICE_PRINCIPAL.test(text) && text.split('.').some(isRegion);
      return regional
        ? undefined
        : `${code(text)} is no service as \`kms:ViaService\` holds it: write its Region too, such as \`s3.us-east-1.amazonaws.com\`.`;
    }
    if (SERVICE_PRINCIPAL.test(text)) return undefined;
    const full =
      /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(text) && !/\.(?:com?|aws|amazon[a-z]*)$/.test(text)
        ? `${text}.amazonaws.com`
        : undefined;
    const message = `${code(text)} is no service principal. Write it in full, such as ${code(full ?? 'lambda.amazonaws.com')}.`;
    return [message, full === undefined ? undefined : changeTo(range, full)];
  },
);

export const VALUE_CHECKS: readonly Check[] = [
  unreadable(
    'TYPE_MISMATCH_BOOLEAN',
    'type-mismatch-boolean',
    ['Bool', 'Null'],
    (text) => `${text} is neither \`true\` nor \`false\`, so it fits nothing.`,
  ),
  unreadable(
    'TYPE_MISMATCH_DATE',
    'type-mismatch-date',
    ['Date'],
    (text) => `${text} is no date. Write it as \`2026-01-31T00:00:00Z\`.`,
  ),
  unreadable(
    'TYPE_MISMATCH_IP_RANGE',
    'type-mismatch-ip-range',
    ['IpAddress'],
    (text) => `${text} is no IP address and no range, such as \`203.0.113.0/24\`.`,
  ),
  unreadable(
    'TYPE_MISMATCH_NUMBER',
    'type-mismatch-number',
    ['Numeric'],
    (text) => `${text} is no number, so it fits nothing.`,
  ),
  unreadable(
    'TYPE_MISMATCH_STRING',
    'type-mismatch-string',
    ['Binary'],
    (text) => `${text} is not written in base64, so it fits nothing.`,
  ),
  INVALID_DATE_VALUE,
  INVALID_REGION,
  networkId('INVALID_VPC_FORMAT', 'invalid-vpc-format', 'aws:sourcevpc', 'vpc', 'a VPC'),
  networkId('INVALID_VPCE_FORMAT', 'invalid-vpce-format', 'aws:sourcevpce', 'vpce', 'a VPC endpoint'),
  INVALID_SERVICE_PRINCIPAL_FORMAT,
];
