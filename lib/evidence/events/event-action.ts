import { listAt, objectAt, textAt } from '@/lib/evidence/members';
import { actionOfEvent } from '@/lib/evidence/operations/action-of-operation';
import type { JsonObject } from '@/lib/text/json';
import { lookUp } from '@/lib/text/table';

/** The IAM action behind an event that prints none; for some calls what they contain decides. */
export function actionOf(event: JsonObject): string | undefined {
  const parameters = objectAt(event, 'requestParameters');
  const source = textAt(event, 'eventSource') ?? '';
  const operation = textAt(event, 'eventName') ?? '';
  // Application Auto Scaling logs under the source of EC2's.
  const service = textAt(objectAt(event, 'additionalEventData'), 'service');
  if (service === 'application-autoscaling') return actionOfEvent(service, operation, false);
  return (
    lookUp(BY_CONTENT, `${source.split('.')[0]}:${operation}`)?.(parameters) ??
    actionOfEvent(source, operation, textAt(parameters, 'versionId') !== undefined)
  );
}

/** Calls whose action depends on what they carry; `undefined` where that is not recorded, or is of several kinds. */
const BY_CONTENT: Readonly<Record<string, (parameters: JsonObject | undefined) => string | undefined>> = {
  'dynamodb:ExecuteStatement': (parameters) => partiQl(textAt(parameters, 'statement')),
  'dynamodb:TransactWriteItems': transaction,
  'ses:SendEmail': emailAction,
  'email:SendEmail': emailAction,
};

const PARTIQL: Readonly<Record<string, string>> = {
  SELECT: 'dynamodb:PartiQLSelect',
  INSERT: 'dynamodb:PartiQLInsert',
  UPDATE: 'dynamodb:PartiQLUpdate',
  DELETE: 'dynamodb:PartiQLDelete',
};

function partiQl(statement: string | undefined): string | undefined {
  const [verb = ''] = /^[A-Za-z]{1,10}/.exec(statement?.trimStart() ?? '') ?? [];
  return lookUp(PARTIQL, verb.toUpperCase());
}

const PARTS: Readonly<Record<string, string>> = {
  put: 'dynamodb:PutItem',
  update: 'dynamodb:UpdateItem',
  delete: 'dynamodb:DeleteItem',
  conditionCheck: 'dynamodb:ConditionCheckItem',
};

function transaction(parameters: JsonObject | undefined): string | undefined {
  const parts = listAt(parameters, 'transactItems').flatMap((item) =>
    item.kind === 'object' ? item.members.map(({ key }) => key.value) : [],
  );
  const [only, ...others] = new Set(parts.map((part) => lookUp(PARTS, part)));
  return others.length === 0 ? only : undefined;
}

/** The newer interface of Amazon SES has one call for three actions. */
function emailAction(parameters: JsonObject | undefined): string | undefined {
  const content = objectAt(parameters, 'content');
  if (objectAt(content, 'raw')) return 'ses:SendRawEmail';
  return objectAt(content, 'template') ? 'ses:SendTemplatedEmail' : undefined;
}
