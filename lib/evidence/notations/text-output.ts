import type { OutputLine } from '@/lib/evidence/notations/output-line';
import { arrayNode, objectNode, textNode } from '@/lib/evidence/notations/plain-node';
import { readTextDocument } from '@/lib/evidence/notations/text-document';
import { parseArn } from '@/lib/iam/arn';
import type { JsonNode } from '@/lib/text/json';
import { lineEnd } from '@/lib/text/lines';
import type { Problem } from '@/lib/text/problem';
import type { Range } from '@/lib/text/range';
import { append, lookUp } from '@/lib/text/table';

// What AWS's commands print with `--output text`: a line for every object, with the name of its member in capitals and its values in the order of
// their names, which are not printed.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#text-output

/** A stretch of such lines, as the JSON that they stand for as far as they tell it. */
export interface TextPiece extends Range {
  readonly node: JsonNode;
  readonly problems: readonly Problem[];
}

const TELLING =
  /^(?:ATTACHEDPOLICIES|POLICYNAMES|GROUPS|POLICIES|POLICY|POLICYSUMMARY|POLICYVERSION|DOCUMENT|POLICYDOCUMENT|ASSUMEROLEPOLICYDOCUMENT|ROLE|USER|PERMISSIONSBOUNDARY|TARGETS|VPCENDPOINTS|DOMAINSTATUS|RESOURCEPOLICIES|ATTRIBUTES)\t/m;

/** Every stretch of text output. `documents`: the JSON in the text; a policy in a line is one value, whatever stands in it. */
export function textPieces(text: string, documents: readonly Range[]): readonly TextPiece[] {
  if (!(text.includes('\t') && (TELLING.test(text) || documents.length > 0))) return [];
  const pieces: TextPiece[] = [];
  let block: OutputLine[] = [];
  const close = () => {
    const piece = pieceOf(block);
    if (piece) pieces.push(piece);
    block = [];
  };
  for (const line of outputLines(text, documents)) {
    if (line.values.length > 0) block.push(line);
    else close();
  }
  close();
  return pieces;
}

function* outputLines(text: string, documents: readonly Range[]): Generator<OutputLine> {
  let next = 0;
  for (let at = 0; at <= text.length; ) {
    while (next < documents.length && (documents[next]?.end ?? 0) <= at) next++;
    let end = lineEnd(text, at);
    // A policy may go on over several lines.
    for (let place = next; (documents[place]?.start ?? Number.POSITIVE_INFINITY) < end; place++) {
      end = Math.max(end, lineEnd(text, documents[place]?.end ?? end));
    }
    yield outputLine(text, at, end, documents.slice(next, next + 20));
    at = end + 1;
  }
}

function outputLine(text: string, start: number, end: number, documents: readonly Range[]): OutputLine {
  const tokens: string[] = [];
  let at = start;
  for (const document of documents) {
    if (document.start < start || document.end > end) continue;
    tokens.push(
      ...text
        .slice(at, document.start)
        .split('\t')
        .filter((token) => token !== ''),
    );
    tokens.push(text.slice(document.start, document.end));
    at = document.end;
  }
  tokens.push(
    ...text
      .slice(at, end)
      .trimEnd()
      .split('\t')
      .filter((token) => token !== ''),
  );
  const [first = '', ...values] = tokens;
  const isOutput = tokens.length > 1 && tokens.every((token) => token.length < 50_000);
  if (!isOutput) return { start, end, name: '', values: [] };
  return /^[A-Z][A-Z0-9]{2,60}$/.test(first)
    ? { start, end, name: first, values }
    : { start, end, name: '', values: tokens };
}

function pieceOf(lines: readonly OutputLine[]): TextPiece | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const problems: Problem[] = [];
  const members = membersOf(lines, problems);
  if (members.length === 0 && problems.length === 0) return undefined;
  return { start: first.start, end: last.end, node: objectNode(members), problems };
}

type Member = readonly [key: string, value: JsonNode];

/** Lists of objects that are read, by the name in the text output; each line gives one object. */
const LISTS: Readonly<Record<string, readonly [key: string, read: (values: readonly string[]) => readonly Member[]]>> =
  {
    ATTACHEDPOLICIES: ['AttachedPolicies', ([arn = '', name = '']) => texts({ PolicyArn: arn, PolicyName: name })],
    GROUPS: ['Groups', (values) => texts({ Arn: arnIn(values), GroupName: nameIn(values) })],
    TARGETS: ['Targets', (values) => texts({ TargetId: values.find((value) => /^(?:r-|ou-|\d{12}$)/.test(value)) })],
    POLICIES: ['Policies', readOrganizationPolicy],
    VPCENDPOINTS: ['VpcEndpoints', readBesideDocument],
    RESOURCEPOLICIES: ['ResourcePolicies', readBesideDocument],
  };

/** Single objects that are read. */
const OBJECTS: Readonly<
  Record<string, readonly [key: string, read: (values: readonly string[]) => readonly Member[]]>
> = {
  POLICYSUMMARY: ['PolicySummary', readOrganizationPolicy],
  PERMISSIONSBOUNDARY: ['PermissionsBoundary', (values) => texts({ PermissionsBoundaryArn: arnIn(values) })],
  USER: ['User', (values) => texts({ Arn: arnIn(values), UserName: nameIn(values) })],
  ROLE: ['Role', (values) => texts({ Arn: arnIn(values), RoleName: nameIn(values) })],
  POLICY: ['Policy', readPolicy],
  POLICYVERSION: [
    'PolicyVersion',
    (values) =>
      texts({
        VersionId: values.find((value) => /^v\d{1,9}$/.test(value)),
        IsDefaultVersion: values.find((value) => /^(?:True|False)$/.test(value))?.toLowerCase(),
      }),
  ],
};

const DOCUMENTS: Readonly<Record<string, string>> = {
  DOCUMENT: 'Document',
  POLICYDOCUMENT: 'PolicyDocument',
  ASSUMEROLEPOLICYDOCUMENT: 'AssumeRolePolicyDocument',
};

function membersOf(lines: readonly OutputLine[], problems: Problem[]): readonly Member[] {
  const members: Member[] = [];
  const lists = new Map<string, JsonNode[]>();
  let owner: Member | undefined;
  const names = lines.flatMap(({ name, values }) => (name === 'POLICYNAMES' ? values.map(textNode) : []));
  if (names.length > 0) members.push(['PolicyNames', arrayNode(names)]);
  for (const [place, { name, values }] of lines.entries()) {
    const list = lookUp(LISTS, name);
    const object = lookUp(OBJECTS, name);
    const document = lookUp(DOCUMENTS, name);
    if (list) {
      const items = lists.get(list[0]) ?? [];
      items.push(objectNode(list[1](values)));
      lists.set(list[0], items);
    } else if (document !== undefined) {
      const read = readTextDocument(lines.slice(place + 1), values[0] ?? '', document);
      append(problems, read.problems);
      if (read.value) owner = withMember(members, owner, [document, read.value]);
    } else if (object) {
      const member: Member = [object[0], objectNode(object[1](values))];
      if (name === 'PERMISSIONSBOUNDARY' || name === 'POLICYSUMMARY') owner = withMember(members, owner, member);
      else {
        members.push(member);
        owner = member;
      }
    } else if (values.some(isDocument)) {
      members.push(['Output', objectNode(readBesideDocument(values))]);
    }
  }
  return [...members, ...Array.from(lists, ([key, items]): Member => [key, arrayNode(items)])];
}

/** Lines below an object's own hold its members. */
function withMember(members: Member[], owner: Member | undefined, member: Member): Member | undefined {
  const place = owner === undefined ? -1 : members.indexOf(owner);
  const object = owner?.[1];
  if (owner === undefined || place < 0 || object?.kind !== 'object') {
    members.push(member);
    return owner;
  }
  const own = object.members.flatMap(({ key, value }): readonly Member[] => (value ? [[key.value, value]] : []));
  const grown: Member = [owner[0], objectNode([...own, member])];
  members[place] = grown;
  return grown;
}

/** A managed policy without its document, or Organizations' with it. */
function readPolicy(values: readonly string[]): readonly Member[] {
  const document = values.find(isDocument);
  if (document !== undefined) return values.length === 1 ? texts({ Content: document }) : readBesideDocument(values);
  return texts({
    Arn: arnIn(values),
    PolicyName: nameIn(values),
    DefaultVersionId: values.find((value) => /^v\d{1,9}$/.test(value)),
  });
}

/** Arn, AwsManaged, Description, Id, Name, Type; a description may be missing. */
function readOrganizationPolicy(values: readonly string[]): readonly Member[] {
  const id = values.findIndex((value) => /^p-[A-Za-z0-9_]{1,128}$/.test(value));
  if (id < 0) return [];
  return texts({ Arn: arnIn(values), Id: values[id], Name: values[id + 1], Type: values[id + 2] });
}

/** A resource's policy among the values of a line, with what tells whose it is. */
function readBesideDocument(values: readonly string[]): readonly Member[] {
  const document = values.find(isDocument);
  if (document === undefined) return [];
  const endpoint = values.find((value) => /^vpce-[0-9a-f]{1,40}$/.test(value));
  const [, account, repository] = values.slice(values.indexOf(document));
  const isRepository = /^\d{12}$/.test(account ?? '') && repository !== undefined;
  return texts({
    VpcEndpointId: endpoint,
    Arn: arnIn(values),
    ...(isRepository && { registryId: account, repositoryName: repository }),
    [endpoint === undefined ? 'Policy' : 'PolicyDocument']: document,
  });
}

function isDocument(value: string): boolean {
  return /^\s{0,200}\{/.test(value) && value.includes('"Statement"');
}

function arnIn(values: readonly string[]): string | undefined {
  return values.find((value) => parseArn(value) !== undefined);
}

function nameIn(values: readonly string[]): string | undefined {
  return arnIn(values)?.split('/').at(-1);
}

function texts(members: Readonly<Record<string, string | undefined>>): readonly Member[] {
  return Object.entries(members).flatMap(([key, text]): readonly Member[] =>
    text === undefined || text === '' ? [] : [[key, textNode(text)]],
  );
}
