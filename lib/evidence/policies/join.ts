import type { Evidence, FoundPolicy, KnownPrincipal, PolicyReference } from '@/lib/evidence/evidence';
import type { AttachmentClue, Clue, PolicyClue, PrincipalClue } from '@/lib/evidence/policies/clue';
import type { Problem } from '@/lib/text/problem';
import { code } from '@/lib/text/wording';

/** What a text tells about policies, put together. */
export type PolicyReading = Pick<Evidence, 'policies' | 'references' | 'principals' | 'none' | 'problems'>;

/**
 * Puts documents and places of attachment together that stand apart in a text: in the answers of several commands, or in the details
 * of an account. What is attached somewhere and has no document there is a reference.
 */
export function joinClues(clues: readonly Clue[]): PolicyReading {
  const documents = clues.flatMap((clue, place) => (clue.kind === 'policy' ? [named(clue, clues[place - 1])] : []));
  const attachments = clues.filter((clue) => clue.kind === 'attachment');
  const index = indexOf(attachments);
  const joined = documents.map((document) => ({
    policy: document.policy,
    of: [...new Set(namesOf(document).flatMap((name) => index.get(name) ?? []))],
  }));
  const used = new Set(joined.flatMap(({ of }) => of));
  const problems = clues.flatMap((clue) => (clue.kind === 'problem' ? [clue.problem] : []));
  const missing = references(attachments.filter((clue) => !used.has(clue)));
  const principals = knownPrincipals(clues.filter((clue) => clue.kind === 'principal'));
  const none = clues.flatMap((clue) =>
    clue.kind === 'none' ? [{ type: clue.type, ...(clue.resource && { resource: clue.resource }) }] : [],
  );
  return {
    policies: joined.flatMap(({ policy, of }) => attached(policy, of)),
    ...(missing.length > 0 && { references: missing }),
    ...(principals.length > 0 && { principals }),
    ...(none.length > 0 && { none }),
    problems: [...problems, ...oldVersions(documents)],
  };
}

/** `get-policy` in front of `get-policy-version` names the policy whose version in force follows. */
function named(clue: PolicyClue, before: Clue | undefined): PolicyClue {
  const { policy, version } = clue;
  if (before?.kind !== 'managed' || policy.arn || version?.id !== before.version) return clue;
  return { ...clue, policy: { ...policy, name: before.name, arn: before.arn } };
}

function oldVersions(documents: readonly PolicyClue[]): readonly Problem[] {
  return documents.flatMap(({ policy, version }): readonly Problem[] => {
    if (version?.isDefault !== false) return [];
    const name = policy.name ? ` of ${code(policy.name)}` : '';
    const message = `Version ${code(version.id ?? '?')}${name} is not the default version, so it is not in force. Print the default version: \`aws iam get-policy\` names it as \`DefaultVersionId\`.`;
    return [{ code: 'policy-version-not-default', severity: 'warning', message }];
  });
}

// Under these names an attachment and a document find each other: what a template calls it, the ARN, Organizations' ID of the policy, and
// where it is attached with its name. Names never begin with a blank.
const separator = ' ';

function namesOf({ policy: { arn, name, attachedTo }, label }: PolicyClue): readonly string[] {
  const id = organizationId(arn ?? name);
  return [
    ...(label ? [separator + label] : []),
    ...(arn ? [arn] : []),
    ...(id ? [id] : []),
    ...(attachedTo && name ? [attachedTo + separator + name] : []),
  ];
}

function indexOf(attachments: readonly AttachmentClue[]): ReadonlyMap<string, readonly AttachmentClue[]> {
  const index = new Map<string, AttachmentClue[]>();
  for (const clue of attachments) {
    const { arn, name, to, label } = clue;
    const own = organizationId(arn) ?? arn ?? (to && name ? to + separator + name : undefined);
    for (const key of [...(own ? [own] : []), ...(label ? [separator + label] : [])]) {
      const list = index.get(key);
      if (list) list.push(clue);
      else index.set(key, [clue]);
    }
  }
  return index;
}

/** `p-examplepolicyid111` of a policy of Organizations, from its ARN or as it is. */
function organizationId(arn: string | undefined): string | undefined {
  const last = arn?.slice(arn.lastIndexOf('/') + 1) ?? '';
  const isOfOrganization = arn === last || arn?.includes(':organizations:');
  return isOfOrganization && /^p-[A-Za-z0-9_]{1,128}$/.test(last) ? last : undefined;
}

/**
 * A document with where it is attached. A managed policy may be a boundary for one and permissions for another; an SCP counts at every
 * level where it is attached.
 */
function attached(policy: FoundPolicy, attachments: readonly AttachmentClue[]): readonly FoundPolicy[] {
  if (attachments.length === 0) return [policy];
  // What is attached as a boundary may be attached for its permissions, too.
  const types = new Set([
    ...(policy.attachedTo ? [policy.type] : []),
    ...attachments.map(({ as }) => as ?? policy.type),
  ]);
  return [...types].flatMap((type): readonly FoundPolicy[] => {
    const ofType = attachments.filter(({ as }) => (as ?? policy.type) === type);
    const name = ofType.find((clue) => clue.name !== undefined)?.name;
    const arn = policy.arn ?? ofType.find((clue) => clue.arn && isArn(clue.arn))?.arn;
    const isNamed = policy.name !== undefined && organizationId(policy.name) === undefined;
    const whole = {
      ...policy,
      ...(type && { type }),
      ...(!isNamed && name && { name }),
      ...(arn && { arn }),
    };
    const places = [
      ...new Set([
        ...(policy.attachedTo && type === policy.type ? [policy.attachedTo] : []),
        ...ofType.flatMap(({ to }) => to ?? []),
      ]),
    ];
    if (type === 'scp' || type === 'rcp') {
      return places.length === 0 ? [whole] : places.map((attachedTo) => ({ ...whole, attachedTo }));
    }
    const [only] = places;
    return [
      {
        ...withoutPlace(whole),
        ...(only && places.length === 1 ? { attachedTo: only } : {}),
        ...(places.length > 1 && { attachments: places }),
      },
    ];
  });
}

/** One of which nothing is left open by a template. */
function isArn(text: string): boolean {
  return text.startsWith('arn:') && !text.includes('${');
}

function withoutPlace({ attachedTo: _attachedTo, ...policy }: FoundPolicy): FoundPolicy {
  return policy;
}

function references(attachments: readonly AttachmentClue[]): readonly PolicyReference[] {
  const seen = new Set<string>();
  return attachments.flatMap(({ as, name, arn, to }): readonly PolicyReference[] => {
    const id = JSON.stringify([as, arn ?? name, to]);
    if (as === undefined || seen.has(id)) return [];
    seen.add(id);
    return [{ type: as, ...(name && { name }), ...(arn && { arn }), ...(to && { attachedTo: to }) }];
  });
}

function knownPrincipals(clues: readonly PrincipalClue[]): readonly KnownPrincipal[] {
  const known = new Map<string, KnownPrincipal>();
  for (const { kind: _kind, ...principal } of clues)
    known.set(principal.id, { ...known.get(principal.id), ...principal });
  return [...known.values()];
}
