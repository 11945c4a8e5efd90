import { GLOBAL_KEYS } from '@/lib/catalog/global-keys';
import { keyId, keyPrefix, lacksTagKey } from '@/lib/iam/context-key';
import { member } from '@/lib/text/json';
import { nearestName } from '@/lib/text/nearest';
import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { globalKey, knownKey, serviceOfKey } from '@/lib/validation/condition-keys';
import type { QuickFix } from '@/lib/validation/finding';
import { changeTo } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { Clause } from '@/lib/validation/policy-view';
import { isNamedService, meantPrefix } from '@/lib/validation/services';
import type { Subject } from '@/lib/validation/subject';
import { isConditionedBy } from '@/lib/validation/terms/conditions';

// Condition keys: their form, and whether AWS has them.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html

type Said = string | readonly [message: string, meant: string | undefined];

/** A check of every condition key by itself; what a misspelt one means becomes a fix. */
function keyCheck(
  id: string,
  page: string,
  rank: Check['rank'],
  find: (clause: Clause, subject: Subject) => Said | undefined,
): Check {
  return {
    id,
    severity: 'error',
    types: ALL_TYPES,
    rank,
    page: analyzerPage('error', page),
    find: inStatements(({ clauses }, report, subject) => {
      for (const clause of clauses) {
        const said = find(clause, subject);
        if (said === undefined) continue;
        const [message, meant] = typeof said === 'string' ? [said] : said;
        const fixes = meant === undefined ? [] : renameKey(clause, meant, clauses);
        report({ range: clause.key.range, message, ...(fixes.length > 0 && { fixes }) });
      }
    }),
  };
}

/** None where the operator already has that key. */
function renameKey({ operator, key }: Clause, meant: string, clauses: readonly Clause[]): readonly QuickFix[] {
  const taken = clauses.some((other) => other.operator === operator && keyId(other.key.value) === keyId(meant));
  return taken ? [] : [changeTo(key.range, meant)];
}

const INVALID_CONDITION_KEY_FORMAT = keyCheck(
  'INVALID_CONDITION_KEY_FORMAT',
  'invalid-condition-key-format',
  'format',
  ({ key: { value } }) => {
    if (hasForm(value)) return undefined;
    const name = value
      .trim()
      .replace(/^:/, '')
      .replace(/^aws[./-]/i, '');
    const meant = globalKey(`aws:${name}`);
    const hint = meant ? `did you mean ${code(meant.name)}?` : 'such as `aws:SourceIp` or `s3:prefix`.';
    const fix = meant && !meant.name.includes('*') ? meant.name : undefined;
    return [`${code(value)} is no condition key: a key is written \`service:name\`, ${hint}`, fix];
  },
);

/** Something before a colon, and something behind it. */
function hasForm(key: string): boolean {
  const colon = key.indexOf(':');
  return key.slice(0, Math.max(0, colon)).trim() !== '' && key.slice(colon + 1).trim() !== '';
}

const INVALID_GLOBAL_CONDITION_KEY = keyCheck(
  'INVALID_GLOBAL_CONDITION_KEY',
  'invalid-global-condition-key',
  'existence',
  ({ key: { value } }) => {
    if (keyPrefix(value) !== 'aws' || !hasForm(value) || globalKey(value) || lacksTagKey(value) || isOldArn(value))
      return undefined;
    const meant = nearestName(value, GLOBAL_NAMES);
    const hint = meant ? ` Did you mean ${code(meant)}?` : '';
    return [`AWS has no global condition key ${code(value)}.${hint}`, meant];
  },
);

const GLOBAL_NAMES = [...GLOBAL_KEYS.values()].map(({ name }) => name).filter((name) => !name.includes('*'));

function isOldArn(key: string): boolean {
  return keyId(key) === 'aws:arn';
}

const UNSUPPORTED_GLOBAL_CONDITION_KEY = keyCheck(
  'UNSUPPORTED_GLOBAL_CONDITION_KEY',
  'unsupported-global-condition-key',
  'existence',
  ({ key: { value } }) =>
    isOldArn(value)
      ? `${code(value)} is no longer supported. Use \`aws:PrincipalArn\` for who calls, or \`aws:SourceArn\` for the resource on whose behalf a service calls.`
      : undefined,
);

const INVALID_SERVICE_CONDITION_KEY = keyCheck(
  'INVALID_SERVICE_CONDITION_KEY',
  'invalid-service-condition-key',
  'existence',
  ({ key: { value } }, { catalog }) => {
    const prefix = serviceOfKey(value);
    const service = prefix === undefined || !hasForm(value) ? undefined : catalog.service(prefix);
    if (service === undefined || knownKey(value, catalog) || lacksServiceTag(value, catalog)) return undefined;
    const names = service.keys
      .map(({ name }) => name)
      .filter((name) => keyPrefix(name) === prefix && !name.includes('*'));
    const meant = nearestName(value, names);
    const hint = meant ? ` Did you mean ${code(meant)}?` : '';
    return [`${code(service.prefix)} has no condition key ${code(value)}.${hint}`, meant];
  },
);

/** A key of a service's that ends in a tag, without the tag: `ec2:ResourceTag`, `ec2:ResourceTag/`. */
function lacksServiceTag(key: string, catalog: Subject['catalog']): boolean {
  return /tag\/?$/i.test(key) && knownKey(`${key.replace(/\/$/, '')}/x`, catalog)?.name.endsWith('/*') === true;
}

const MISSING_TAG_KEY_IN_CONDITION = keyCheck(
  'MISSING_TAG_KEY_IN_CONDITION',
  'missing-tag-key-in-condition',
  'format',
  ({ key: { value } }, { catalog }) =>
    lacksTagKey(value) || (serviceOfKey(value) !== undefined && lacksServiceTag(value, catalog))
      ? `Which tag? Write its name behind a slash: ${code(`${value.replace(/\/$/, '')}/KEY`)}.`
      : undefined,
);

/** The prefix of a key that is none of a service. */
export const unknownServiceOfKey = keyCheck(
  'INVALID_SERVICE',
  'invalid-service',
  'existence',
  ({ key: { value } }, { catalog }) => {
    const prefix = serviceOfKey(value);
    if (prefix === undefined || !hasForm(value) || isNamedService(prefix, catalog)) return undefined;
    // Some services list keys of another prefix, such as `catalog:ChangeType`.
    if (knownKey(value, catalog)) return undefined;
    const meant = meantPrefix(prefix, catalog);
    const full = meant && `${meant}${value.slice(value.indexOf(':'))}`;
    const known = full !== undefined && knownKey(full, catalog) !== undefined;
    const hint = meant ? ` Did you mean ${code(meant)}?` : '';
    return [
      `AWS has no service ${code(prefix)}, so no request carries ${code(value)}.${hint}`,
      known ? full : undefined,
    ];
  },
);

const DUPLICATE_KEYS_WITH_DIFFERENT_CASE: Check = {
  id: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'element',
  page: analyzerPage('error', 'duplicate-keys-with-different-case'),
  find: inStatements(({ node }, report) => {
    const condition = member(node, 'Condition')?.value;
    for (const { value: keys } of condition?.kind === 'object' ? condition.members : []) {
      const first = new Map<string, string>();
      for (const { key } of keys?.kind === 'object' ? keys.members : []) {
        const id = keyId(key.value);
        const earlier = first.get(id);
        if (earlier === undefined) first.set(id, key.value);
        else if (earlier !== key.value) {
          const message = `${code(key.value)} and ${code(earlier)} are the same key, because letter case does not count. Put all values into one of them.`;
          report({ range: key.range, message });
        }
      }
    }
  }),
};

// A key that says little without another one.
const MISSING_PAIRED_CONDITION_KEYS: Check = {
  id: 'MISSING_PAIRED_CONDITION_KEYS',
  severity: 'securityWarning',
  types: ALL_TYPES,
  rank: 'meaning',
  page: analyzerPage('security-warning', 'missing-paired-condition-keys'),
  find: inStatements((statement, report) => {
    for (const { key } of statement.clauses) {
      if (keyId(key.value) !== 'aws:vpcsourceip') continue;
      if (isConditionedBy(statement, 'aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn')) continue;
      const message =
        'Every VPC can have this private address. Add a condition on `aws:SourceVpc` or `aws:SourceVpce` to say which VPC you mean.';
      report({ range: key.range, message });
    }
  }),
};

export const KEY_CHECKS: readonly Check[] = [
  INVALID_CONDITION_KEY_FORMAT,
  INVALID_GLOBAL_CONDITION_KEY,
  UNSUPPORTED_GLOBAL_CONDITION_KEY,
  INVALID_SERVICE_CONDITION_KEY,
  MISSING_TAG_KEY_IN_CONDITION,
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE,
  MISSING_PAIRED_CONDITION_KEYS,
];
