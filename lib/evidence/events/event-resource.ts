import { RESOURCE_TEMPLATES, VALUES } from '@/lib/evidence/events/resource-templates';
import { listAt, objectAt, textAt } from '@/lib/evidence/members';
import { objectNode } from '@/lib/evidence/notations/plain-node';
import { prefixOfSource } from '@/lib/evidence/operations/action-of-operation';
import { queueArn } from '@/lib/evidence/queue-url';
import { isAccountId, parseArn } from '@/lib/iam/arn';
import { type JsonNode, type JsonObject, member } from '@/lib/text/json';
import { lookUp } from '@/lib/text/table';

/** What an event tells of the resource: its name, and who owns it. */
export interface EventResource {
  readonly resource?: string;
  readonly owner?: string;
}

/**
 * The resource that the message names; else, where the denied action is the one that was called, the event's own or what follows from the
 * parameters of the call. Where these do not determine an ARN there is none: it is never guessed as `*`.
 */
export function resourceOfEvent(event: JsonObject, said: string | undefined, isOfCall: boolean): EventResource {
  const listed = listAt(event, 'resources').flatMap((node) => (node.kind === 'object' ? [node] : []));
  const resource = said ?? (isOfCall ? (listedResource(event, listed) ?? fromParameters(event)) : undefined);
  const own = listed.find((entry) => arnOf(entry) === resource);
  // S3 lists the object without its owner and the bucket with it.
  const bucket = listed.find((entry) => resource?.startsWith(`${arnOf(entry)}/`) && textAt(entry, 'accountId'));
  const owner = textAt(own, 'accountId') ?? textAt(bucket, 'accountId');
  return { ...(resource && { resource }), ...(owner && isAccountId(owner) && { owner }) };
}

function arnOf(entry: JsonObject | undefined): string | undefined {
  return textAt(entry, 'ARN') ?? textAt(entry, 'arn');
}

/** The first resource of the event; of S3's the object or the bucket, as the call is about the one or the other. */
function listedResource(event: JsonObject, listed: readonly JsonObject[]): string | undefined {
  if (!isS3(event)) return listed.map(arnOf).find((arn) => arn !== undefined);
  const type = isAboutObject(textAt(event, 'eventName') ?? '') ? 'AWS::S3::Object' : 'AWS::S3::Bucket';
  return arnOf(listed.find((entry) => textAt(entry, 'type') === type));
}

function isS3(event: JsonObject): boolean {
  return textAt(event, 'eventSource')?.startsWith('s3.') === true;
}

function isAboutObject(operation: string): boolean {
  return (
    /Object|Upload|^ListParts$/.test(operation) &&
    !/^ListObject|^ListMultipart|ObjectLockConfiguration$/.test(operation)
  );
}

/** The resource that the parameters of the call determine. */
function fromParameters(event: JsonObject): string | undefined {
  const parameters = parametersOf(event);
  const prefix = prefixOfSource(textAt(event, 'eventSource') ?? '');
  if (parameters === undefined || prefix === undefined) return undefined;
  const queue = prefix === 'sqs' ? textAt(parameters, 'queueUrl') : undefined;
  if (queue !== undefined) return queueArn(queue);
  const operation = (textAt(event, 'eventName') ?? '').replace(/\d{8}(?:v\d{1,3})?$|\d{4}_\d{2}_\d{2}$/, '');
  const places = placesOf(event);
  for (const { template, of } of lookUp(RESOURCE_TEMPLATES, prefix) ?? []) {
    if (of && !of.test(operation)) continue;
    const resource = filled(template, parameters, places);
    if (resource !== undefined) return resource;
  }
  return undefined;
}

/** A call without parameters has `null` for them. */
function parametersOf(event: JsonObject): JsonObject | undefined {
  const isNone = member(event, 'requestParameters')?.value?.kind === 'null';
  return isNone ? objectNode([]) : objectAt(event, 'requestParameters');
}

interface Places {
  readonly P: string;
  readonly R: string | undefined;
  readonly A: string | undefined;
}

function placesOf(event: JsonObject): Places {
  const region = textAt(event, 'awsRegion');
  const account = textAt(event, 'recipientAccountId') ?? textAt(objectAt(event, 'userIdentity'), 'accountId');
  const arn = parseArn(textAt(objectAt(event, 'userIdentity'), 'arn') ?? '');
  return {
    P: arn?.partition ?? partitionOf(region ?? ''),
    R: region,
    A: account && isAccountId(account) ? account : undefined,
  };
}

/** A template with the call's values in it; `undefined` where one is missing. */
function filled(template: string, parameters: JsonObject, places: Places): string | undefined {
  const options = /\[([^\]]{0,200})\]/.exec(template);
  const optional = options?.[1] && fill(options[1], parameters, places)?.text;
  const main = fill(template.replace(/\[[^\]]{0,200}\]/, optional ?? ''), parameters, places);
  if (main === undefined) return undefined;
  if (main.arn !== undefined)
    return options?.index === template.length - (options?.[0].length ?? 0) ? `${main.arn}${optional ?? ''}` : main.arn;
  return parseArn(main.text) || /^(?:\*|\+\d{6,15})$/.test(main.text) ? main.text : undefined;
}

const PARAMETER = /\{([\w.|*]+)(?:~(\w+))?\}/g;

interface Filled {
  readonly text: string;
  /** What the last parameter holds, where that is an ARN. */
  readonly arn?: string;
}

function fill(template: string, parameters: JsonObject, places: Places): Filled | undefined {
  const withPlaces = fillPlaces(template, places);
  if (withPlaces === undefined) return undefined;
  let isWhole = true;
  let last: string | undefined;
  const text = withPlaces.replace(PARAMETER, (_all, names: string, kind: string | undefined) => {
    last = valueIn(names, kind ?? 'any', parameters, places);
    if (last === undefined) isWhole = false;
    // An ARN before the last parameter is that of what contains the resource.
    return (last?.startsWith('arn:') ? last.split('/').at(-1) : last) ?? '';
  });
  if (!isWhole) return undefined;
  return { text, ...(last !== undefined && parseArn(last) && { arn: last }) };
}

/** Partition, Region and account in a template; `undefined` where the event does not tell one. */
function fillPlaces(template: string, { P, R, A }: Places): string | undefined {
  const [arn, , service, region, account, ...rest] = template.split(':');
  if (arn !== 'arn' || rest.length === 0) return template;
  if ((region === 'R' && R === undefined) || (account === 'A' && A === undefined)) return undefined;
  return [arn, P, service, region === 'R' ? R : region, account === 'A' ? A : account, ...rest].join(':');
}

function valueIn(names: string, kind: string, parameters: JsonObject, { A }: Places): string | undefined {
  for (const name of names.split('|')) {
    const value = name === 'A' ? A : parameterAt(parameters, name);
    if (value !== undefined) return lookUp(VALUES, kind)?.(value);
  }
  return undefined;
}

/** A parameter's text, also inside objects and lists; a hidden value is none. */
function parameterAt(parameters: JsonObject, path: string): string | undefined {
  let node: JsonNode | undefined = parameters;
  for (const step of path.split('.')) {
    if (node?.kind === 'object' && step === '*') return node.members[0]?.key.value;
    if (node?.kind === 'object') node = member(node, step)?.value;
    else if (node?.kind === 'array') node = node.items[Number(step)];
    else return undefined;
  }
  const text = node?.kind === 'string' || node?.kind === 'number' ? node.text : undefined;
  return text === undefined || text === '' || /^(?:HIDDEN_DUE_TO|\*{3})/.test(text) ? undefined : text;
}

function partitionOf(region: string): string {
  return region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
