import {
  type ActionElement,
  type BrokenStatement,
  type ConditionElement,
  type Effect,
  type ResourceElement,
  STATEMENT_ELEMENTS,
  type Statement,
} from '@/lib/policy/document';
import { parseCondition } from '@/lib/policy/parse-condition';
import { parsePrincipal } from '@/lib/policy/parse-principal';
import { type JsonMember, type JsonNode, type JsonObject, member } from '@/lib/text/json';
import type { Problem } from '@/lib/text/problem';
import type { Located, Range } from '@/lib/text/range';
import { append } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

export type ParsedStatement = { readonly problems: readonly Problem[] } & (
  | { readonly statement: Statement; readonly broken?: undefined }
  | { readonly statement?: undefined; readonly broken: BrokenStatement }
);

/** Reads one statement; a part that cannot be understood leaves the whole statement out (R147), except its Condition. */
export function parseStatement(node: JsonNode, index: number): ParsedStatement {
  if (node.kind !== 'object') {
    const message = `Statement ${index + 1} is no object. A statement is written \`{ "Effect": …, "Action": …, "Resource": … }\`.`;
    return { broken: { index, range: node.range }, problems: [error('statement-no-object', message, node.range)] };
  }
  const problems: Problem[] = [];
  const elements = new Elements(node, problems);
  const sid = readSid(node, problems);
  const effect = readEffect(node, index, problems);
  const principal = elements.either('Principal', 'NotPrincipal', parsePrincipal);
  const action = elements.either<ActionElement['name'], ActionElement>('Action', 'NotAction', readPatterns);
  const resource = elements.either<ResourceElement['name'], ResourceElement>('Resource', 'NotResource', readPatterns);
  const conditions = readConditions(node, problems);
  elements.unknown();
  if (!member(node, 'Action') && !member(node, 'NotAction')) {
    elements.spoil(
      'statement-no-action',
      `Statement ${index + 1} names no \`Action\`. Without one it does nothing.`,
      node.range,
    );
  }
  if (elements.spoilt || effect === undefined || action === undefined) {
    return { broken: { index, range: node.range, ...(effect && { effect: effect.value }) }, problems };
  }
  return {
    statement: {
      index,
      range: node.range,
      ...(sid && { sid }),
      effect,
      ...(principal && { principal }),
      action,
      ...(resource && { resource }),
      conditions,
    },
    problems,
  };
}

/** Reads the elements of one statement and remembers whether one of them spoils it. */
class Elements {
  spoilt = false;

  constructor(
    private readonly statement: JsonObject,
    private readonly problems: Problem[],
  ) {}

  spoil(code: string, message: string, range: Range): void {
    this.spoilt = true;
    this.problems.push(error(code, `${message} This statement was left out.`, range));
  }

  /** One of two elements that exclude each other (R151). */
  either<Name extends string, Element>(
    name: Name,
    notName: Name,
    read: (name: Name, found: JsonMember, problems: Problem[]) => Element | string,
  ): Element | undefined {
    const found = member(this.statement, name);
    const notFound = member(this.statement, notName);
    if (found && notFound) {
      this.spoil(
        'exclusive-elements',
        `\`${name}\` and \`${notName}\` exclude each other. Keep one of them.`,
        notFound.key.range,
      );
      return undefined;
    }
    const chosen = found ?? notFound;
    if (chosen === undefined) return undefined;
    this.repeated(chosen);
    const element = read(found ? name : notName, chosen, this.problems);
    if (typeof element !== 'string') return element;
    this.spoil('element-value', element, chosen.range);
    return undefined;
  }

  /** The last of several counts (R145). */
  private repeated(last: JsonMember): void {
    for (const other of this.statement.members) {
      if (other === last || other.key.value !== last.key.value) continue;
      this.problems.push(repeatedElement(other));
    }
  }

  /** An unknown element may be a misspelt restriction, so the statement is not used without it (R144). */
  unknown(): void {
    const known: readonly string[] = STATEMENT_ELEMENTS;
    for (const other of this.statement.members) {
      if (known.includes(other.key.value)) continue;
      const near = nearestElement(other.key.value);
      this.spoil(
        'unknown-element',
        `A statement has no element ${code(other.key.value)}.${near ? ` Did you mean \`${near}\`? Element names are case-sensitive.` : ''}`,
        other.key.range,
      );
    }
  }
}

function error(code: string, message: string, range: Range): Problem {
  return { code, severity: 'error', message, range };
}

function repeatedElement(other: JsonMember): Problem {
  const message = `\`${other.key.value}\` stands here more than once. AWS refuses that; the last one was used.`;
  return error('repeated-element', message, other.key.range);
}

function nearestElement(name: string): string | undefined {
  const lower = name.toLowerCase();
  return STATEMENT_ELEMENTS.find((known) => {
    const other = known.toLowerCase();
    return (
      other === lower || `${other}s` === lower || other === `${lower}s` || other === lower.replaceAll(/[^a-z]/g, '')
    );
  });
}

function readSid(node: JsonObject, problems: Problem[]): Located<string> | undefined {
  const value = member(node, 'Sid')?.value;
  if (value === undefined) return undefined;
  if (value.kind === 'string') return { value: value.text, range: value.range };
  problems.push(error('sid-no-text', '`Sid` is a text in double quotes.', value.range));
  return undefined;
}

/** Exactly `Allow` or `Deny`, case-sensitive (R116). */
function readEffect(node: JsonObject, index: number, problems: Problem[]): Located<Effect> | undefined {
  const found = member(node, 'Effect');
  const value = found?.value;
  if (found === undefined || value === undefined) {
    const message = `Statement ${index + 1} has no \`Effect\`. Write \`"Effect": "Allow"\` or \`"Effect": "Deny"\`. This statement was left out.`;
    problems.push(error('effect-missing', message, found?.range ?? node.range));
    return undefined;
  }
  for (const other of node.members) {
    if (other !== found && other.key.value === 'Effect') problems.push(repeatedElement(other));
  }
  const text = value.kind === 'string' ? value.text : '';
  if (text === 'Allow' || text === 'Deny') return { value: text, range: value.range };
  const message = '`Effect` is exactly `Allow` or `Deny`, with a capital letter. This statement was left out.';
  problems.push(error('effect-value', message, value.range));
  return undefined;
}

/** A text or a list of texts (R142); otherwise the sentence that says what is wrong. */
function readPatterns<Name extends string>(name: Name, found: JsonMember) {
  const value = found.value;
  const patterns = value && texts(value);
  if (patterns === undefined) return `\`${name}\` takes a text in double quotes, or a list of such texts.`;
  return { name, range: found.range, patterns };
}

function texts(value: JsonNode): readonly Located<string>[] | undefined {
  const items = value.kind === 'array' ? value.items : [value];
  const read: Located<string>[] = [];
  for (const item of items) {
    if (item.kind !== 'string') return undefined;
    read.push({ value: item.text, range: item.range });
  }
  return read;
}

/** Repeated Conditions all count (C11). */
function readConditions(node: JsonObject, problems: Problem[]): readonly ConditionElement[] {
  const found = node.members.filter((candidate) => candidate.key.value === 'Condition');
  for (const repeated of found.slice(1)) {
    const message = '`Condition` stands here more than once. AWS refuses that; all of them were checked.';
    problems.push(error('repeated-element', message, repeated.key.range));
  }
  return found.map((condition) => {
    const read = parseCondition(condition);
    append(problems, read.problems);
    return read.value;
  });
}
