import { readLiteral } from '@/lib/evidence/notations/literal';
import { arrayNode, objectNode, textNode } from '@/lib/evidence/notations/plain-node';
import type { JsonNode } from '@/lib/text/json';
import type { Problem } from '@/lib/text/problem';
import type { Range } from '@/lib/text/range';

// Terraform's sources and what `terraform plan` prints: blocks such as `resource "aws_iam_policy" "read" { … }`.

/** A stretch with the resources in it, in the form of `terraform show -json`. */
export interface TerraformPiece extends Range {
  readonly node: JsonNode;
  readonly problems: readonly Problem[];
}

const MARK = /[~+-]|-\/\+|\+\/-|<=/.source;
const BLOCK = new RegExp(
  `^[ \\t]{0,40}(?:(?:${MARK})[ \\t]{1,4})?(resource|data)[ \\t]{1,8}"(aws_[a-z0-9_]{1,80})"[ \\t]{1,8}"([\\w-]{1,120})"[ \\t]{0,8}\\{`,
  'gm',
);
const MOST_BLOCKS = 500;

/** Every stretch of blocks that follow each other. A block that does not close is left to other readers. */
export function terraformPieces(text: string): readonly TerraformPiece[] {
  if (!/(?:resource|data)[ \t]{1,8}"aws_/.test(text)) return [];
  const source = isPlan(text) ? plannedText(text) : text;
  const pieces: { start: number; end: number; resources: JsonNode[] }[] = [];
  const block = new RegExp(BLOCK);
  for (let match = block.exec(source), count = 0; match && count < MOST_BLOCKS; match = block.exec(source), count++) {
    const [whole, mode = '', type = '', name = ''] = match;
    const literal = readLiteral(source, match.index + whole.length - 1);
    if (literal === undefined) continue;
    block.lastIndex = literal.end;
    const resource = objectNode([
      ['mode', textNode(mode === 'data' ? 'data' : 'managed')],
      ['type', textNode(type)],
      ['name', textNode(name)],
      ['values', literal.node],
    ]);
    const last = pieces.at(-1);
    const follows = last !== undefined && !source.slice(last.end, match.index).includes('{');
    if (follows) {
      last.end = literal.end;
      last.resources.push(resource);
    } else pieces.push({ start: match.index, end: literal.end, resources: [resource] });
  }
  return pieces.map(({ start, end, resources }) => ({
    start,
    end,
    node: objectNode([['root_module', objectNode([['resources', arrayNode(resources)]])]]),
    problems: hidesParts(text.slice(start, end)) ? [HIDDEN] : [],
  }));
}

/** Whether a plan leaves out parts of a document that do not change. */
function hidesParts(text: string): boolean {
  let depth = 0;
  return text.split('\n').some((line) => {
    const isWithin = depth > 0;
    if (isWithin || /jsonencode\(/.test(line)) depth = Math.max(0, depth + balance(line));
    return isWithin && /^\s{0,200}# \(\d{1,6} unchanged [a-z ]{1,40} hidden\)/.test(line);
  });
}

const HIDDEN: Problem = {
  code: 'terraform-hidden',
  severity: 'warning',
  message:
    'The plan hides parts of a policy that do not change, so what was read of it is not all. Print it whole with `terraform plan -out=plan && terraform show -json plan`, and paste that.',
};

/** Whether a text has the marks of a plan. */
function isPlan(text: string): boolean {
  return /^[ \t]{0,40}(?:[~+-]|-\/\+|\+\/-)[ \t]{1,4}resource[ \t]/m.test(text);
}

/**
 * What a plan leads to: removed lines are blanked out, the marks are taken off, and of a change the new value stays. Every character keeps its
 * place, so that what stands around is still found.
 */
function plannedText(text: string): string {
  let removed = 0;
  let heredoc: string | undefined;
  return text
    .split('\n')
    .map((line) => {
      const [, indent = '', mark = '', rest = ''] = /^([ \t]*)((?:-\/\+|\+\/-|<=|[~+-])[ \t]|)(.*)$/.exec(line) ?? [];
      if (removed > 0) {
        removed += balance(line);
        return ' '.repeat(line.length);
      }
      if (mark.startsWith('- ')) {
        // The end of a removed object or list has no mark of its own.
        removed = heredoc === undefined ? Math.max(0, balance(rest)) : 0;
        return ' '.repeat(line.length);
      }
      const plain = indent + ' '.repeat(mark.length) + rest;
      if (heredoc !== undefined) {
        if (rest.trim() === heredoc) heredoc = undefined;
        return plain;
      }
      heredoc = /<<[-~]?"?([A-Z]\w{0,60})/.exec(rest)?.[1];
      return changed(plain);
    })
    .join('\n');
}

/** How many brackets a line opens beyond those that it closes, texts left out. */
function balance(line: string): number {
  let open = 0;
  let isText = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (isText && character === '\\') at++;
    else if (character === '"') isText = !isText;
    else if (isText) continue;
    else if ('{[('.includes(character)) open++;
    else if ('}])'.includes(character)) open--;
    else if (character === '#') break;
  }
  return open;
}

/** `"old" -> "new"`: the new value, in its own place. */
function changed(line: string): string {
  const arrow = arrowIn(line);
  if (arrow === undefined) return line;
  const [, before = ''] = /^(\s*(?:[\w".-]+\s*[=:]\s*)?)/.exec(line.slice(0, arrow)) ?? [];
  return before + ' '.repeat(arrow + 2 - before.length) + line.slice(arrow + 2);
}

function arrowIn(line: string): number | undefined {
  let isText = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (isText && character === '\\') at++;
    else if (character === '"') isText = !isText;
    else if (!isText && line.startsWith('->', at)) return at;
  }
  return undefined;
}
