import { listAt, objectAt, textAt } from '@/lib/evidence/members';
import type { AttachmentClue, Clue } from '@/lib/evidence/policies/clue';
import type { Template } from '@/lib/evidence/policies/intrinsics';
import { isResource, textIn, textOf } from '@/lib/evidence/policies/template';
import { type Told, TYPES_OF_ORGANIZATION } from '@/lib/evidence/policies/told-by-command';
import type { PolicyType } from '@/lib/iam/policy-type';
import { type JsonNode, type JsonObject, member } from '@/lib/text/json';
import type { Problem } from '@/lib/text/problem';
import { lookUp } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

/** What a resource of a template tells of the policies in it, and of those that it attaches. */
export interface TemplateResource {
  readonly told: Told;
  readonly clues: readonly Clue[];
}

/** Reads a resource of a CloudFormation template; `undefined` for any other object. `id`: its logical ID. */
export function templateResource(object: JsonObject, id: string, template: Template): TemplateResource | undefined {
  const properties = objectAt(object, 'Properties');
  if (!isResource(object) || properties === undefined) return undefined;
  const kind = textAt(object, 'Type') ?? '';
  const owner = ownerOf(kind, properties, template);
  const name = NAMES.map((property) => textIn(properties, property, template)).find((text) => text !== undefined);
  const attachedTo = owner ?? attachedBy(properties, template);
  const type = typeOf(kind, properties);
  return {
    told: {
      ...(type && { type }),
      // The policies within a role or a function have names of their own.
      ...(type && !HOLDERS.includes(kind) && { name: name ?? id }),
      ...(kind === 'AWS::IAM::ManagedPolicy' && { label: id }),
      ...(isSettled(attachedTo) && { attachedTo }),
    },
    clues: [...attachments(properties, owner, template), ...samProblems(kind, properties)],
  };
}

const NAMES = ['PolicyName', 'ManagedPolicyName', 'Name'];

// Of the other types the keys and the content tell.
const TYPES: Readonly<Record<string, PolicyType>> = {
  'AWS::IAM::Policy': 'identity',
  'AWS::IAM::ManagedPolicy': 'identity',
  'AWS::IAM::UserPolicy': 'identity',
  'AWS::IAM::RolePolicy': 'identity',
  'AWS::IAM::GroupPolicy': 'identity',
  'AWS::EC2::VPCEndpoint': 'endpoint',
  'AWS::IAM::Role': 'identity',
  'AWS::IAM::User': 'identity',
  'AWS::IAM::Group': 'identity',
  'AWS::Serverless::Function': 'identity',
  'AWS::Serverless::StateMachine': 'identity',
  'AWS::SSO::PermissionSet': 'identity',
};

const HOLDERS = [
  'AWS::IAM::Role',
  'AWS::IAM::User',
  'AWS::IAM::Group',
  'AWS::Serverless::Function',
  'AWS::Serverless::StateMachine',
];

function typeOf(kind: string, properties: JsonObject): PolicyType | undefined {
  if (kind === 'AWS::Organizations::Policy') return lookUp(TYPES_OF_ORGANIZATION, textAt(properties, 'Type') ?? '');
  return lookUp(TYPES, kind);
}

/** A role, user or group of the template, by its own name. */
function ownerOf(kind: string, properties: JsonObject, template: Template): string | undefined {
  const [, which] = /^AWS::IAM::(User|Group|Role)$/.exec(kind) ?? [];
  const name = which && textIn(properties, `${which}Name`, template);
  return which && name ? `${which.toLowerCase()}:${name}` : undefined;
}

/** The one place where a policy is attached. */
function attachedBy(properties: JsonObject, template: Template): string | undefined {
  const places = ['User', 'Group', 'Role'].flatMap((kind) => {
    const single = textIn(properties, `${kind}Name`, template);
    const names = listAt(properties, `${kind}s`).map((item) => textOf(item, template) ?? '');
    return [...(single ? [single] : []), ...names].map((name) => `${kind.toLowerCase()}:${name}`);
  });
  const targets = listAt(properties, 'TargetIds').map((item) => textOf(item, template) ?? '');
  const [only] = [...places, ...targets];
  return places.length + targets.length === 1 ? only : undefined;
}

/** A name that the template makes up, or that a parameter gives, is none yet. */
function isSettled(text: string | undefined): text is string {
  return text !== undefined && !text.includes('${');
}

function attachments(properties: JsonObject, owner: string | undefined, template: Template): readonly AttachmentClue[] {
  const to = isSettled(owner) ? owner : undefined;
  const of = (as: PolicyType, policy: JsonNode | undefined): readonly AttachmentClue[] => {
    const arn = policy && textOf(policy, template);
    if (arn === undefined) return [];
    const label = logicalId(policy);
    return [
      {
        kind: 'attachment',
        as,
        name: arn.slice(arn.lastIndexOf('/') + 1),
        ...(arn.startsWith('arn:') && { arn }),
        ...(to && { to }),
        ...(label && { label }),
      },
    ];
  };
  return [
    ...[...listAt(properties, 'ManagedPolicyArns'), ...listAt(properties, 'Policies')].flatMap((item) =>
      of('identity', item),
    ),
    ...of('boundary', member(properties, 'PermissionsBoundary')?.value),
  ];
}

/** The resource of the template that a `Ref` or `Fn::GetAtt` means. */
function logicalId(node: JsonNode | undefined): string | undefined {
  if (node?.kind !== 'object') return undefined;
  const [attribute] = listAt(node, 'Fn::GetAtt');
  return textAt(node, 'Ref') ?? (attribute?.kind === 'string' ? attribute.text : undefined);
}

/** SAM's own policy templates become documents when the template is deployed. */
function samProblems(kind: string, properties: JsonObject): readonly Clue[] {
  if (!kind.startsWith('AWS::Serverless::')) return [];
  const names = listAt(properties, 'Policies').flatMap((item) => {
    const [only] = item.kind === 'object' ? item.members : [];
    return only &&
      /^[A-Z]\w{1,60}Policy$/.test(only.key.value) &&
      member(objectOrNone(only.value), 'Statement') === undefined
      ? [code(only.key.value)]
      : [];
  });
  if (names.length === 0) return [];
  const message = `This SAM template uses policy templates (${names.join(', ')}), which become documents when it is deployed. Print the policies of the deployed role to include them.`;
  const problem: Problem = { code: 'sam-policy-template', severity: 'warning', message };
  return [{ kind: 'problem', problem }];
}

const NONE: JsonObject = { kind: 'object', range: { start: 0, end: 0 }, members: [] };

function objectOrNone(value: JsonObject['members'][number]['value']): JsonObject {
  return value?.kind === 'object' ? value : NONE;
}
