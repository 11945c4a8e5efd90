import { listAt, objectAt, objectsAt, textAt } from '@/lib/evidence/members';
import { type AwsCommand, optionOf } from '@/lib/evidence/policies/aws-command';
import type { AttachmentClue, Clue } from '@/lib/evidence/policies/clue';
import { principalBeside } from '@/lib/evidence/policies/told-beside';
import { principalOf, TYPES_OF_ORGANIZATION } from '@/lib/evidence/policies/told-by-command';
import type { PolicyType } from '@/lib/iam/policy-type';
import { type JsonObject, member } from '@/lib/text/json';
import { lookUp } from '@/lib/text/table';

// What the answers of IAM's and Organizations' commands tell besides documents: who has which policy, by name and ARN.

/** An object of an answer, where it stands, and the command that printed it. */
export interface Answer {
  readonly object: JsonObject;
  /** The member that holds the object. */
  readonly holder: string;
  /** Whose answer it is, as the objects around tell: `user:NAME` … */
  readonly owner?: string;
  readonly command?: AwsCommand;
}

/** What one object tells of attachments and principals. Its members are looked at by themselves. */
export function cluesOfAnswer(answer: Answer): readonly Clue[] {
  return READERS.flatMap((read) => read(answer));
}

const READERS: readonly ((answer: Answer) => readonly Clue[])[] = [
  readPrincipal,
  readGroups,
  readManaged,
  readAttached,
  readNames,
  readBoundary,
  readOfPermissionSet,
  readOrganization,
  readTargets,
];

/** Whom the members of an object belong to. */
function ownerOf({ object, owner, command }: Answer): string | undefined {
  return principalBeside(object) ?? owner ?? (command && principalOf(command));
}

// Under these an answer has the whole of a user or role: without a boundary there, none is set. Lists of users and of roles leave it out.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html
const WHOLE = ['User', 'Role', 'UserDetailList[]', 'RoleDetailList[]'];

function readPrincipal({ object, holder }: Answer): readonly Clue[] {
  const id = principalBeside(object);
  const arn = textAt(object, 'Arn');
  if (id === undefined || arn === undefined) return [];
  const groups = member(object, 'GroupList')
    ? listAt(object, 'GroupList').flatMap((node) => (node.kind === 'string' ? [`group:${node.text}`] : []))
    : undefined;
  const isWhole = WHOLE.includes(holder) && !id.startsWith('group:');
  const withoutBoundary = isWhole && member(object, 'PermissionsBoundary') === undefined;
  return [{ kind: 'principal', id, arn, ...(groups && { groups }), ...(withoutBoundary && { withoutBoundary }) }];
}

/** `list-groups-for-user`. */
function readGroups({ object, command }: Answer): readonly Clue[] {
  const user = command && optionOf(command, 'user-name');
  const groups = member(object, 'Groups')?.value;
  if (user === undefined || groups?.kind !== 'array') return [];
  const names = objectsAt(object, 'Groups').flatMap((group) => textAt(group, 'GroupName') ?? []);
  return [{ kind: 'principal', id: `user:${user}`, groups: names.map((name) => `group:${name}`) }];
}

/** `get-policy`: which version of a managed policy is in force. */
function readManaged({ object }: Answer): readonly Clue[] {
  const [arn, name, version] = [
    textAt(object, 'Arn'),
    textAt(object, 'PolicyName'),
    textAt(object, 'DefaultVersionId'),
  ];
  if (arn === undefined || name === undefined || version === undefined) return [];
  return member(object, 'PolicyVersionList') ? [] : [{ kind: 'managed', arn, name, version }];
}

/** `list-attached-…-policies`, and the same within the details of an account. */
function readAttached(answer: Answer): readonly Clue[] {
  const lists = ['AttachedPolicies', 'AttachedManagedPolicies', 'attachedManagedPolicies'];
  return lists.flatMap((name) =>
    objectsAt(answer.object, name).flatMap((policy) =>
      attachment('identity', ownerOf(answer), {
        name: textAt(policy, 'PolicyName') ?? textAt(policy, 'Name'),
        arn: textAt(policy, 'PolicyArn') ?? textAt(policy, 'Arn'),
      }),
    ),
  );
}

/** `list-user-policies` and its like: names of inline policies. */
function readNames(answer: Answer): readonly Clue[] {
  return listAt(answer.object, 'PolicyNames').flatMap((node) =>
    node.kind === 'string' ? attachment('identity', ownerOf(answer), { name: node.text, arn: undefined }) : [],
  );
}

function readBoundary(answer: Answer): readonly Clue[] {
  const isAlone = answer.holder === '' && member(answer.object, 'PermissionsBoundaryArn') !== undefined;
  const boundary = isAlone ? answer.object : objectAt(answer.object, 'PermissionsBoundary');
  const arn = textAt(boundary, 'PermissionsBoundaryArn') ?? textAt(boundary, 'ManagedPolicyArn');
  const name = textAt(objectAt(boundary, 'CustomerManagedPolicyReference'), 'Name');
  return attachment('boundary', ownerOf(answer), { name: name ?? arn?.split('/').at(-1), arn });
}

/** Customer managed policies of a permission set, which are named without an ARN. */
function readOfPermissionSet({ object }: Answer): readonly Clue[] {
  return objectsAt(object, 'CustomerManagedPolicyReferences').flatMap((policy) =>
    attachment('identity', undefined, { name: textAt(policy, 'Name'), arn: undefined }),
  );
}

/** `list-policies-for-target`: what is attached at one level. */
function readOrganization({ object, command }: Answer): readonly Clue[] {
  const isList = command?.operation === 'list-policies-for-target' || command === undefined;
  const target = command && optionOf(command, 'target-id');
  return objectsAt(object, 'Policies').flatMap((policy) => {
    const type = lookUp(TYPES_OF_ORGANIZATION, textAt(policy, 'Type') ?? '');
    // Without a target the list is of all policies of the organization, wherever they are attached.
    if (type === undefined || !isList) return [];
    return attachment(type, target, { name: textAt(policy, 'Name'), arn: textAt(policy, 'Arn') });
  });
}

/** `list-targets-for-policy`: where one policy is attached. Of several targets not all need be above the account. */
function readTargets({ object, command }: Answer): readonly Clue[] {
  const policy = command && optionOf(command, 'policy-id');
  const targets = objectsAt(object, 'Targets').flatMap((target) => textAt(target, 'TargetId') ?? []);
  const [only] = targets;
  if (policy === undefined || only === undefined || targets.length > 1) return [];
  return attachment(undefined, only, { name: undefined, arn: policy });
}

function attachment(
  as: PolicyType | undefined,
  to: string | undefined,
  policy: { readonly name: string | undefined; readonly arn: string | undefined },
): readonly AttachmentClue[] {
  const { name, arn } = policy;
  if (!name && !arn) return [];
  return [{ kind: 'attachment', ...(as && { as }), ...(name && { name }), ...(arn && { arn }), ...(to && { to }) }];
}
