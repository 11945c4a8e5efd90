import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import { analyzerPage } from '@/lib/validation/pages';
import type { StatementView } from '@/lib/validation/policy-view';
import { arnFields } from '@/lib/validation/terms/arn-fields';
import { isAboutKey, isConditionedBy, isNull } from '@/lib/validation/terms/conditions';
import { namedPrincipals } from '@/lib/validation/terms/principals';

// Statements for AWS services in the policies of resources.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html

const SOURCE_KEYS = ['aws:SourceArn', 'aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOrgPaths'];
// Keys that people take for the source of a service's request.
const STAND_INS = [
  'aws:Referer',
  'aws:SourceIp',
  'aws:PrincipalServiceName',
  'aws:PrincipalServiceNamesList',
  'aws:UserAgent',
];

const RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: Check = {
  id: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  severity: 'securityWarning',
  types: ['resource'],
  rank: 'meaning',
  page: analyzerPage('security-warning', 'restrict-access-to-service-principal'),
  find: inSoundStatements((statement, report) => {
    if (!isOpenToService(statement) || standIn(statement)) return;
    for (const { value, range } of namedPrincipals(statement, 'Service')) {
      const message = `Resources of any customer can reach this one through ${code(value)}. Limit it with \`aws:SourceArn\` or \`aws:SourceAccount\`.`;
      report({ range, message });
    }
  }),
};

function isOpenToService(statement: StatementView): boolean {
  return statement.effect?.value === 'Allow' && !isConditionedBy(statement, ...SOURCE_KEYS);
}

function standIn({ clauses }: StatementView) {
  return clauses.find((clause) => !isNull(clause) && STAND_INS.some((key) => isAboutKey(clause, key)));
}

const RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: Check = {
  id: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  severity: 'suggestion',
  types: ['resource'],
  rank: 'meaning',
  page: analyzerPage('suggestion', 'recommended-condition-key-for-service-principal'),
  find: inSoundStatements((statement, report) => {
    const clause = standIn(statement);
    if (!isOpenToService(statement) || clause === undefined) return;
    if (namedPrincipals(statement, 'Service').length === 0) return;
    const message = `${code(clause.key.value)} says little about a service’s request. Use \`aws:SourceArn\` or \`aws:SourceAccount\` to limit the service.`;
    report({ range: clause.key.range, message });
  }),
};

// Keys of who calls, which services do not have.
const KEYS_OF_CALLERS: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:userid',
  'aws:username',
]);

const UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: Check = {
  id: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  severity: 'error',
  types: ['resource'],
  rank: 'meaning',
  page: analyzerPage('error', 'unsupported-condition-key-for-service-principal'),
  find: inSoundStatements(({ principal, clauses }, report) => {
    const kinds = principal?.name === 'Principal' ? principal.kinds : [];
    if (kinds.length === 0 || kinds.some(({ kind }) => kind !== 'Service')) return;
    for (const clause of clauses) {
      const id = clause.id;
      const isOfCaller = KEYS_OF_CALLERS.has(id) || id.startsWith('aws:principaltag/');
      if (!isOfCaller || isNull(clause) || clause.written?.ifExists !== false) continue;
      const message = `A service’s request carries no ${code(clause.key.value)}. Use \`aws:SourceOrgID\`, \`aws:SourceAccount\` or \`aws:SourceArn\`.`;
      report({ range: clause.key.range, message });
    }
  }),
};

// Keys that say whose the resource is: in its own policy always the same.
const CONSTANT_KEYS = ['s3:ResourceAccount', 'aws:ResourceAccount', 'aws:ResourceOrgID', 'aws:ResourceOrgPaths'];

const IRRELEVANT_CONDITION_KEY_IN_POLICY: Check = {
  id: 'IRRELEVANT_CONDITION_KEY_IN_POLICY',
  severity: 'suggestion',
  types: ['resource'],
  rank: 'meaning',
  page: analyzerPage('suggestion', 'irrelevant-condition-key-in-policy'),
  find: inSoundStatements(({ resource, clauses }, report) => {
    const arns = resource?.name === 'Resource' ? resource.entries : [];
    if (arns.length === 0 || !arns.every(({ value }) => arnFields(value)[2] === 's3')) return;
    for (const clause of clauses) {
      if (!CONSTANT_KEYS.some((key) => isAboutKey(clause, key))) continue;
      const message = `In the policy of a bucket ${code(clause.key.value)} always has the same value, so the condition decides nothing. Remove it.`;
      report({ range: clause.key.range, message });
    }
  }),
};

export const SERVICE_CONDITION_CHECKS: readonly Check[] = [
  UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL,
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL,
  RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL,
  IRRELEVANT_CONDITION_KEY_IN_POLICY,
];
