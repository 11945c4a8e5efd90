import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseAllDocuments } from 'yaml';
import { arrayNode, objectNode, textNode, wordNode } from '@/lib/evidence/notations/plain-node';
import { type JsonNode, MAX_JSON_LENGTH } from '@/lib/text/json';
import type { Parsed, Problem } from '@/lib/text/problem';

// The one importer of the YAML package, which weighs as much as the rest of this room: pages load it when a text needs it.

/** Reads a stretch of YAML: its documents as JSON. */
export type ReadYaml = (text: string) => Parsed<readonly JsonNode[]>;

// A template has at most a million characters, and far fewer nodes. Aliases count as often as they are used.
const MOST_NODES = 200_000;
const MOST_LEVELS = 64;

/**
 * Every document of a YAML text, as JSON. All scalars are texts, because in policies they all count as such. Tags of CloudFormation
 * become the long form of its functions: `!Sub x` is `{"Fn::Sub": "x"}`. Never fails: of a broken text what could be read is given.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export const readYaml: ReadYaml = (source) => {
  const refused = refusal(source);
  if (refused) return { value: [], problems: [refused] };
  const documents = parseAllDocuments<ParsedNode>(source, {
    schema: 'failsafe',
    strict: false,
    // Comparing every key of a map with every other one takes long where there are many.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const budget: Budget = { left: MOST_NODES };
  const value: JsonNode[] = [];
  const problems: Problem[] = [];
  // A stream without a document is an empty list.
  for (const document of documents) {
    const [error] = document.errors;
    if (error) problems.push(unreadable(source, error.pos[0]));
    if (document.contents) value.push(nodeOf(document.contents, { anchors: new Map(), budget }, 0));
  }
  return { value, problems: budget.left <= 0 ? [...problems, TOO_LARGE] : problems };
};

interface Budget {
  left: number;
}

interface Walk {
  /** What anchors stand for so far, as YAML resolves them: the last one of a name. */
  readonly anchors: Map<string, ParsedNode>;
  readonly budget: Budget;
}

function nodeOf(node: ParsedNode | null, walk: Walk, depth: number): JsonNode {
  if (node === null || --walk.budget.left <= 0 || depth > MOST_LEVELS) return wordNode('null', 'null');
  if (isAlias(node)) return nodeOf(walk.anchors.get(node.source) ?? null, walk, depth + 1);
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, node);
  return tagged(node.tag, plain(node, walk, depth));
}

function plain(node: ParsedNode, walk: Walk, depth: number): JsonNode {
  if (isMap(node)) {
    const own: Member[] = [];
    const merged: Member[] = [];
    for (const { key, value } of node.items) {
      const inner = nodeOf(value, walk, depth + 1);
      const name = isScalar(key) ? String(key.value) : '';
      // A merge key stands for the members of another map; the map's own ones go before them.
      if (name === '<<') merged.push(...(inner.kind === 'array' ? inner.items : [inner]).flatMap(membersOf));
      else own.push([name, inner]);
    }
    return objectNode([...merged, ...own]);
  }
  if (isSeq(node)) return arrayNode(node.items.map((item) => nodeOf(item, walk, depth + 1)));
  if (!isScalar(node)) return wordNode('null', 'null');
  const text = String(node.value);
  const isNothing = node.type === 'PLAIN' && /^(?:|~|null|Null|NULL)$/.test(text);
  return isNothing ? wordNode('null', 'null') : textNode(text);
}

type Member = readonly [name: string, value: JsonNode];

function membersOf(map: JsonNode): readonly Member[] {
  if (map.kind !== 'object') return [];
  return map.members.flatMap(({ key, value }): readonly Member[] => (value === undefined ? [] : [[key.value, value]]));
}

/** `!Ref`, `!Sub`, `!GetAtt` … */
function tagged(tag: string | undefined, value: JsonNode): JsonNode {
  const [, name] = /^!([A-Za-z0-9]{1,40})$/.exec(tag ?? '') ?? [];
  if (name === undefined) return value;
  if (name === 'Ref' || name === 'Condition') return objectNode([[name, value]]);
  const dot = name === 'GetAtt' && value.kind === 'string' ? value.text.indexOf('.') : -1;
  const parts =
    value.kind === 'string' && dot > 0
      ? arrayNode([textNode(value.text.slice(0, dot)), textNode(value.text.slice(dot + 1))])
      : value;
  return objectNode([[`Fn::${name}`, parts]]);
}

/** The reader goes down a level for every bracket and every dash, so their number is looked at first. */
function refusal(source: string): Problem | undefined {
  if (source.length > MAX_JSON_LENGTH) return TOO_LARGE;
  let brackets = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === '[' || character === '{') brackets++;
    else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
    if (brackets > MOST_LEVELS) return TOO_DEEP;
  }
  return /(?:[-?:] {1,20}){64}/.test(source) ? TOO_DEEP : undefined;
}

const TOO_LARGE: Problem = {
  code: 'yaml-too-large',
  severity: 'error',
  message: `The YAML is larger than a template can be, so it was not read. Paste the part with the policy alone.`,
};

const TOO_DEEP: Problem = {
  code: 'yaml-too-deep',
  severity: 'error',
  message: `The YAML is nested more than ${MOST_LEVELS} levels deep, so it was not read. Paste the part with the policy alone.`,
};

function unreadable(source: string, at: number): Problem {
  const line = source.slice(0, at).split('\n').length;
  const message = `Line ${line} of the YAML cannot be read as it is: check its indentation, with blanks and no tabs. What could be read was used.`;
  return { code: 'yaml-syntax', severity: 'warning', message };
}
