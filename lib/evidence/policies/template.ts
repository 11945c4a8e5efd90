import { objectAt, textAt } from '@/lib/evidence/members';
import { resolveFunctions, type Template } from '@/lib/evidence/policies/intrinsics';
import { type JsonNode, type JsonObject, member } from '@/lib/text/json';
import { lookUp } from '@/lib/text/table';

// What a CloudFormation template tells of its own resources: those with a name of their own have an ARN that follows from it.

/** Whether an object is a template: resources by their logical IDs, each with a type. */
export function isTemplate(object: JsonObject): boolean {
  const resources = objectAt(object, 'Resources')?.members ?? [];
  return resources.some(({ value }) => value?.kind === 'object' && isResource(value));
}

/** `AWS::IAM::Role` and the like, with its properties. */
export function isResource(object: JsonObject): boolean {
  return /^(?:AWS|Alexa|Custom)::/.test(textAt(object, 'Type') ?? '');
}

const LONGEST_NAME = 2048;

/** What `Ref` and `Fn::GetAtt` give for the resources of a template that have a name. Parameters stay open: their value is given later. */
export function templateOf(object: JsonObject): Template {
  const resources = objectAt(object, 'Resources');
  const mappings = objectAt(object, 'Mappings');
  const known = new Map<string, string | undefined>();
  const template: Template = {
    valueOf: (name, attribute) => {
      const id = JSON.stringify([name, attribute]);
      if (known.has(id)) return known.get(id);
      // A name may be made of another resource's; one that is made of itself has none.
      known.set(id, undefined);
      const value = valueOfResource(objectAt(resources, name), attribute, template);
      const isName = value !== undefined && value.length <= LONGEST_NAME;
      known.set(id, isName ? value : undefined);
      return known.get(id);
    },
    mapped: (map, first, second) => {
      const row = objectAt(objectAt(mappings, map), first);
      return row && member(row, second)?.value;
    },
  };
  return template;
}

interface Kind {
  /** The property that names the resource. */
  readonly name: string;
  readonly ref: 'name' | 'arn' | 'none';
  /** The attribute that is the ARN. */
  readonly attribute?: string;
  readonly arn: (name: string, path: string) => string;
}

const regional =
  (service: string, before = '', after = '') =>
  (name: string) =>
    `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${before}${name}${after}`;
const iam = (kind: string) => (name: string, path: string) =>
  `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:${kind}${path}${name}`;

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
const KINDS: Readonly<Record<string, Kind>> = {
  'AWS::S3::Bucket': { name: 'BucketName', ref: 'name', arn: (name) => `arn:\${AWS::Partition}:s3:::${name}` },
  'AWS::SQS::Queue': { name: 'QueueName', ref: 'none', arn: regional('sqs') },
  'AWS::SNS::Topic': { name: 'TopicName', ref: 'arn', attribute: 'TopicArn', arn: regional('sns') },
  'AWS::DynamoDB::Table': { name: 'TableName', ref: 'name', arn: regional('dynamodb', 'table/') },
  'AWS::Lambda::Function': { name: 'FunctionName', ref: 'name', arn: regional('lambda', 'function:') },
  'AWS::Serverless::Function': { name: 'FunctionName', ref: 'name', arn: regional('lambda', 'function:') },
  'AWS::Kinesis::Stream': { name: 'Name', ref: 'name', arn: regional('kinesis', 'stream/') },
  'AWS::ECR::Repository': { name: 'RepositoryName', ref: 'name', arn: regional('ecr', 'repository/') },
  'AWS::Logs::LogGroup': { name: 'LogGroupName', ref: 'name', arn: regional('logs', 'log-group:', ':*') },
  'AWS::Events::EventBus': { name: 'Name', ref: 'name', arn: regional('events', 'event-bus/') },
  'AWS::StepFunctions::StateMachine': {
    name: 'StateMachineName',
    ref: 'arn',
    arn: regional('states', 'stateMachine:'),
  },
  'AWS::IAM::Role': { name: 'RoleName', ref: 'name', arn: iam('role') },
  'AWS::IAM::User': { name: 'UserName', ref: 'name', arn: iam('user') },
  'AWS::IAM::Group': { name: 'GroupName', ref: 'name', arn: iam('group') },
  'AWS::IAM::ManagedPolicy': {
    name: 'ManagedPolicyName',
    ref: 'arn',
    attribute: 'PolicyArn',
    arn: iam('policy'),
  },
};

function valueOfResource(
  resource: JsonObject | undefined,
  attribute: string | undefined,
  template: Template,
): string | undefined {
  const kind = lookUp(KINDS, textAt(resource, 'Type') ?? '');
  const properties = objectAt(resource, 'Properties');
  if (kind === undefined || properties === undefined) return undefined;
  const name = textIn(properties, kind.name, template);
  if (name === undefined) return undefined;
  const arn = () => kind.arn(name, textIn(properties, 'Path', template) ?? '/');
  if (attribute !== undefined) return attribute === (kind.attribute ?? 'Arn') ? arn() : undefined;
  return kind.ref === 'none' ? undefined : kind.ref === 'name' ? name : arn();
}

/** A property as a text, its functions replaced as far as the template answers them. */
export function textIn(properties: JsonObject, name: string, template: Template): string | undefined {
  const value = member(properties, name)?.value;
  return value && textOf(value, template);
}

export function textOf(value: JsonNode, template: Template): string | undefined {
  const { node } = resolveFunctions(value, template);
  return node.kind === 'string' ? node.text : undefined;
}
