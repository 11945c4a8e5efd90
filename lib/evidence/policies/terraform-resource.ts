import { listAt, objectAt, textAt } from '@/lib/evidence/members';
import type { AttachmentClue, Clue } from '@/lib/evidence/policies/clue';
import { type Told, TYPES_OF_ORGANIZATION } from '@/lib/evidence/policies/told-by-command';
import { queueArn } from '@/lib/evidence/queue-url';
import { parseArn } from '@/lib/iam/arn';
import type { PolicyType } from '@/lib/iam/policy-type';
import { openReferences } from '@/lib/policy/open-references';
import type { JsonNode, JsonObject } from '@/lib/text/json';
import type { Problem } from '@/lib/text/problem';
import { lookUp } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

/** What the resources of a configuration tell each other: `aws_iam_role.app.name`. */
export type TerraformNames = (reference: string) => string | undefined;

export const NO_NAMES: TerraformNames = () => undefined;

/** Whether an object is a resource of Terraform's. */
export function isTerraformResource(object: JsonObject): boolean {
  return (textAt(object, 'type') ?? '').startsWith('aws_') && valuesOf(object) !== undefined;
}

/** The attributes: of a source, those that a plan leads to, or those of a state's first instance. */
export function valuesOf(object: JsonObject): JsonObject | undefined {
  const [instance] = listAt(object, 'instances');
  return (
    objectAt(object, 'values') ??
    objectAt(objectAt(object, 'change'), 'after') ??
    (instance?.kind === 'object' ? objectAt(instance, 'attributes') : undefined)
  );
}

/** The attributes that other resources refer to, as far as they are texts. */
export function namesOf(resources: readonly JsonNode[]): TerraformNames {
  const known = new Map<string, JsonObject>();
  for (const node of resources) {
    const values = node.kind === 'object' ? valuesOf(node) : undefined;
    if (node.kind !== 'object' || values === undefined) continue;
    const [type, name] = [textAt(node, 'type'), textAt(node, 'name')];
    if (textAt(node, 'mode') !== 'data') known.set(`${type}.${name}`, values);
  }
  return (reference) => {
    const [, address = '', attribute = ''] = /^([a-z0-9_]+\.[\w-]+)(?:\[[^\]]{0,80}\])?\.(\w+)$/.exec(reference) ?? [];
    const values = known.get(address);
    const own = values && textAt(values, attribute);
    if (own !== undefined) return isOpen(own) ? undefined : own;
    // The ID of these is their name.
    const named = values && attribute === 'id' ? (textAt(values, 'name') ?? textAt(values, 'bucket')) : undefined;
    return named === undefined || isOpen(named) ? undefined : named;
  };
}

function isOpen(text: string): boolean {
  return openReferences(text).length > 0;
}

const IDENTITY = /^aws_iam_(?:policy|(?:role|user|group)_policy|role|user|group)$/;

interface TerraformResource {
  readonly told: Told;
  readonly clues: readonly Clue[];
}

/**
 * What a resource tells of the policies in it.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
export function terraformResource(object: JsonObject, names: TerraformNames): TerraformResource | undefined {
  const values = valuesOf(object);
  const type = textAt(object, 'type') ?? '';
  const label = textAt(object, 'name') ?? '';
  if (values === undefined) return undefined;
  if (type === 'aws_iam_policy_document') return { told: {}, clues: documentProblem(object, label) };
  const value = (name: string) => settled(textAt(values, name), names);
  const policyType = typeOf(type, values);
  const attachedTo = attachedIn(type, value);
  const name = value('name') ?? value('policy_name');
  const arn = value('arn');
  const isOfIam = type.startsWith('aws_iam_') || type === 'aws_organizations_policy';
  const resource = isOfIam ? undefined : resourceOf(type, value);
  return {
    told: {
      ...(policyType && { type: policyType }),
      ...(HOLDERS.includes(type) || !isOfIam ? {} : { name: name ?? label }),
      ...(arn && isOfIam && !HOLDERS.includes(type) && { arn }),
      ...(type === 'aws_iam_policy' && { label: `${type}.${label}` }),
      ...(attachedTo && { attachedTo }),
      ...(type === 'aws_iam_role' && arn && { resource: arn }),
      ...(resource && { resource }),
    },
    clues: [...attachmentsOf(type, values, value, attachedTo), ...elsewhere(type, label, values)],
  };
}

// Policies within these have names of their own.
const HOLDERS = ['aws_iam_role', 'aws_iam_user', 'aws_iam_group'];

function typeOf(type: string, values: JsonObject): PolicyType | undefined {
  if (IDENTITY.test(type) || type === 'aws_ssoadmin_permission_set_inline_policy') return 'identity';
  if (type.startsWith('aws_vpc_endpoint')) return 'endpoint';
  if (type === 'aws_organizations_policy') {
    return lookUp(TYPES_OF_ORGANIZATION, textAt(values, 'type') ?? 'SERVICE_CONTROL_POLICY');
  }
  return type === 'aws_organizations_resource_policy' || !type.startsWith('aws_organizations') ? 'resource' : undefined;
}

type Value = (name: string) => string | undefined;

/** A value that is known: itself, or that of the attribute it refers to. */
function settled(text: string | undefined, names: TerraformNames): string | undefined {
  if (text === undefined || text === '') return undefined;
  const [only] = openReferences(text);
  if (only === undefined) return text;
  return text === `\${${only}}` ? names(only) : undefined;
}

function attachedIn(type: string, value: Value): string | undefined {
  const [, holder] = /^aws_iam_(role|user|group)$/.exec(type) ?? [];
  const own = holder && value('name');
  if (holder && own) return `${holder}:${own}`;
  if (!/^aws_iam_(?:role|user|group)_policy(?:_attachment)?$/.test(type)) return undefined;
  for (const kind of ['role', 'user', 'group']) {
    const name = value(kind);
    if (name !== undefined) return `${kind}:${name}`;
  }
  // A plan hides what does not change, but the ID of an inline policy is "role:policy".
  const [, kind, owner] =
    /^aws_iam_(role|user|group)_policy:([\w+=,.@-]{1,128}):/.exec(`${type}:${value('id') ?? ''}`) ?? [];
  return kind && owner ? `${kind}:${owner}` : undefined;
}

const ARNS = ['resource_arn', 'secret_arn', 'topic_arn', 'table_bucket_arn', 'cluster_arn', 'function_arn', 'arn'];

function resourceOf(type: string, value: Value): string | undefined {
  const arn = ARNS.map(value).find((text) => text !== undefined && parseArn(text) !== undefined);
  if (arn !== undefined) return arn;
  const url = value('queue_url');
  if (url !== undefined) return queueArn(url);
  const bucket = value('bucket');
  const isBucket = type === 'aws_s3_bucket' || type === 'aws_s3_bucket_policy';
  return isBucket && bucket !== undefined && !bucket.startsWith('arn:') ? `arn:aws:s3:::${bucket}` : undefined;
}

function attachmentsOf(
  type: string,
  values: JsonObject,
  value: Value,
  owner: string | undefined,
): readonly AttachmentClue[] {
  const arns = listAt(values, 'managed_policy_arns').flatMap((node) => (node.kind === 'string' ? [node.text] : []));
  const boundary = value('permissions_boundary') ?? addressed(values, 'permissions_boundary');
  const clues = [
    ...arns.map((arn) => attachment('identity', arn, owner)),
    ...(boundary === undefined ? [] : [attachment('boundary', boundary, owner)]),
  ];
  const attached = value('policy_arn') ?? addressed(values, 'policy_arn');
  if (attached !== undefined && type.endsWith('_policy_attachment')) {
    const several = ['role', 'user', 'group'].flatMap((kind) =>
      listAt(values, `${kind}s`).flatMap((node) =>
        node.kind === 'string' && !isOpen(node.text) ? [`${kind}:${node.text}`] : [],
      ),
    );
    const places = owner ? [owner] : several;
    return [
      ...clues,
      ...(places.length > 0 ? places : [undefined]).map((place) => attachment('identity', attached, place)),
    ];
  }
  const [policy, target] = [value('policy_id'), value('target_id')];
  if (type === 'aws_organizations_policy_attachment' && policy !== undefined) {
    return [...clues, { kind: 'attachment', arn: policy, ...(target && { to: target }) }];
  }
  return clues;
}

const ADDRESS = /^\$\{(aws_iam_policy\.[\w-]{1,120})(?:\[[^\]]{0,80}\])?\.(?:arn|id)\}$/;

/** An attribute that refers to a policy of the same configuration. */
function addressed(values: JsonObject, attribute: string): string | undefined {
  const text = textAt(values, attribute) ?? '';
  return ADDRESS.test(text) ? text : undefined;
}

function attachment(as: PolicyType, policy: string, to: string | undefined): AttachmentClue {
  const [, label] = ADDRESS.exec(policy) ?? [];
  const known = label ? { label } : { arn: policy, name: policy.slice(policy.lastIndexOf('/') + 1) };
  return { kind: 'attachment', as, ...known, ...(to && { to }) };
}

/** Terraform makes these documents when it runs: they are in its state and its plan, and are not put together here. */
function documentProblem(object: JsonObject, label: string): readonly Clue[] {
  if (textAt(objectAt(object, 'values'), 'json') !== undefined) return [];
  const message = `${code(`data.aws_iam_policy_document.${label}`)} becomes a document when Terraform runs. Print it with \`echo 'data.aws_iam_policy_document.${label}.json' | terraform console\`, or the whole plan with \`terraform show -json\`, and paste that.`;
  return [told('terraform-policy-document', message)];
}

/** A policy that another resource or a file makes. */
function elsewhere(type: string, label: string, values: JsonObject): readonly Clue[] {
  const policy = ['policy', 'assume_role_policy', 'content']
    .map((name) => textAt(values, name))
    .find((text) => text !== undefined);
  const [only] = policy === undefined ? [] : openReferences(policy);
  if (only === undefined || policy !== `\${${only}}` || only.startsWith('data.aws_iam_policy_document.')) return [];
  const message = `The policy of ${code(`${type}.${label}`)} is ${code(only)}, which is known when Terraform runs. Paste the output of \`terraform show -json\`, or the policy as AWS has it.`;
  return [told('terraform-elsewhere', message)];
}

function told(id: string, message: string): Clue {
  const problem: Problem = { code: id, severity: 'warning', message };
  return { kind: 'problem', problem };
}

/** Of a plan the part that it leads to; the same resources stand in it as they were, and as they change. */
export function plannedPart(object: JsonObject): JsonObject | undefined {
  return objectAt(object, 'planned_values');
}

/** Every resource of a module and of the modules in it. */
export function resourcesIn(module: JsonObject, depth = 0): readonly JsonNode[] {
  const inner = listAt(module, 'child_modules').flatMap((child) =>
    child.kind === 'object' && depth < 8 ? resourcesIn(child, depth + 1) : [],
  );
  return [...listAt(module, 'resources'), ...inner];
}
