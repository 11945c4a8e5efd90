import { objectAt, textAt } from '@/lib/evidence/members';
import type { AwsCommand } from '@/lib/evidence/policies/aws-command';
import type { Clue } from '@/lib/evidence/policies/clue';
import { findPolicies } from '@/lib/evidence/policies/find-policies';
import type { JsonNode, JsonObject } from '@/lib/text/json';
import { lookUp } from '@/lib/text/table';

/**
 * The policies among the parameters of an event's call: the session policy that was passed, or a policy that the call set. `text` is what the
 * event's ranges count. What a call wanted to set that failed is not in force.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function policiesOfEvent(event: JsonObject, text: string): readonly Clue[] {
  const parameters = objectAt(event, 'requestParameters');
  if (parameters === undefined) return [];
  const isRefused = textAt(event, 'errorCode') !== undefined;
  const clues = [
    ...findPolicies({ node: parameters, text, command: commandOf(event, parameters) }),
    ...sessionPolicies(parameters),
  ];
  if (!isRefused) return clues;
  // What is only named in a refused call was not attached either.
  return clues.flatMap((clue): readonly Clue[] =>
    clue.kind === 'policy' ? [{ ...clue, policy: { ...clue.policy, isRefused: true } }] : [],
  );
}

// Where the AWS CLI calls a service by another name than the event's source.
const SERVICES: Readonly<Record<string, string>> = { s3: 's3api' };
const OPTIONS: Readonly<Record<string, string>> = { bucketName: 'bucket' };

/** The call as the command that makes it: PutRolePolicy with a roleName is `put-role-policy --role-name`. */
function commandOf(event: JsonObject, parameters: JsonObject): AwsCommand {
  const source = (textAt(event, 'eventSource') ?? '').replace(/\..*$/, '');
  const options = parameters.members.flatMap(({ key, value }) => {
    const name = lookUp(OPTIONS, key.value) ?? dashed(key.value);
    return value?.kind === 'string' ? [[name, [value.text]] as const] : [];
  });
  return {
    service: lookUp(SERVICES, source) ?? source,
    // Lambda's operations carry the date of their interface.
    operation: dashed((textAt(event, 'eventName') ?? '').replace(/\d{8}(?:v\d)?$/, '')),
    options: new Map(options),
    start: 0,
    end: 0,
  };
}

function dashed(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** `policyArns` of AssumeRole: managed policies as session policies. */
function sessionPolicies(parameters: JsonObject): readonly Clue[] {
  const list: JsonNode | undefined = parameters.members.find(({ key }) => key.value === 'policyArns')?.value;
  if (list?.kind !== 'array') return [];
  return list.items.flatMap((item): readonly Clue[] => {
    const arn = item.kind === 'object' ? textAt(item, 'arn') : undefined;
    return arn === undefined
      ? []
      : [{ kind: 'attachment', as: 'session', arn, name: arn.slice(arn.lastIndexOf('/') + 1) }];
  });
}
