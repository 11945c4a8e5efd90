import type { Candidate, Template } from '@/lib/language/candidates/candidate';
import type { Place } from '@/lib/language/place';
import type { Proposal } from '@/lib/language/proposal';
import type { TextEdit } from '@/lib/text/edit';
import { lineIndentAt } from '@/lib/text/lines';
import type { LooseToken } from '@/lib/text/loose-json';
import type { Range } from '@/lib/text/range';

// Puts a candidate where the cursor is: quotes, colon, commas and line ends as the text around wants them.

/** What the text around the cursor wants, the same for all candidates. */
export interface Setting {
  /** What gives way: the string or word under the cursor, else nothing. */
  readonly range: Range;
  /** The name under the cursor has its colon. */
  readonly hasColon: boolean;
  /** Before and behind what is put in. */
  readonly prefix: string;
  readonly suffix: string;
  /** The changes before the cursor, and how much longer the text before the cursor gets by them. */
  readonly further: readonly TextEdit[];
  readonly growth: number;
  /** For the lines of what is put in, after the first. */
  readonly indent: string;
  /** The next empty string of the statement, from between its quotes. */
  readonly hole?: number;
}

export function settingOf(text: string, offset: number, place: Place): Setting {
  const { token, before, after, container, slot } = place;
  const range = token?.range ?? { start: offset, end: offset };
  const isName = before?.kind !== ':' && container?.kind === 'object';
  const hasColon = isName && after[0]?.kind === ':';
  const wantsComma = (isName || container?.kind === 'array') && before !== undefined && endsEntry(before);
  const comma = !hasColon && after[0] !== undefined && beginsEntry(after[0]) ? ',' : '';
  const margin = container ? lineIndentAt(text, container.range.start) : '';
  const lines = container && isOnLines(text, container.range.start);
  const inner = lines ? firstIndent(text, container.range.start, `${margin}  `) : margin;
  const hole = nextHole(place);
  const common = { range, hasColon, suffix: comma, ...(hole !== undefined && { hole }) };
  const block = slot.kind === 'policyElement' || slot.kind === 'statementElement' || slot.kind === 'statement';
  const alone = before?.kind === '{' || before?.kind === '[' ? after[0]?.kind === '}' || after[0]?.kind === ']' : false;
  if (block && alone && !lines && before && !hasColon) {
    // An empty pair of brackets is opened to lines of its own.
    const close = after[0]?.range.start ?? range.end;
    const gap = { start: before.range.end, end: range.start };
    const further = gap.end > gap.start ? [{ range: gap, text: '' }] : [];
    return {
      ...common,
      range: { start: range.start, end: close },
      prefix: `\n${margin}  `,
      suffix: `\n${margin}`,
      further,
      growth: gap.start - gap.end,
      indent: `${margin}  `,
    };
  }
  if (!wantsComma || before === undefined) return { ...common, prefix: '', further: [], growth: 0, indent: inner };
  const gap = text.slice(before.range.end, range.start);
  const separator = gap.includes('\n') ? '' : lines ? `\n${inner}` : gap === '' ? ' ' : '';
  if (gap === '') return { ...common, prefix: `,${separator}`, further: [], growth: 0, indent: inner };
  const at = before.range.end;
  const further = [{ range: { start: at, end: at }, text: ',' }];
  return { ...common, prefix: separator, further, growth: 1, indent: inner };
}

export function propose(candidate: Candidate, setting: Setting): Proposal {
  const { kind, label, detail, insertion } = candidate;
  const shown: Shown = detail === undefined || detail === '' ? { kind, label } : { kind, label, detail };
  switch (insertion.kind) {
    case 'part': {
      const { range, text } = insertion;
      const caret = range.start + text.length;
      return { ...shown, edit: { range, text }, further: [], selection: caretAt(caret), asksOn: false };
    }
    case 'text': {
      const json = JSON.stringify(insertion.text);
      const { select, goesOn } = insertion;
      if (select) {
        const start = JSON.stringify(insertion.text.slice(0, select.start)).length - 1;
        const end = JSON.stringify(insertion.text.slice(0, select.end)).length - 1;
        return finish(shown, setting, json, { start, end }, false);
      }
      return goesOn
        ? finish(shown, setting, json, caretAt(json.length - 1), true)
        : finish(shown, setting, json, undefined, false);
    }
    case 'json':
      return withTemplate(shown, setting, '', insertion.value);
    case 'member': {
      const name = JSON.stringify(insertion.name);
      const { select } = insertion;
      const selected = select && { start: select.start + 1, end: select.end + 1 };
      if (setting.hasColon) return finish(shown, setting, name, selected, false);
      if (selected) return finish(shown, setting, `${name}: ${insertion.value.text}`, selected, false);
      return withTemplate(shown, setting, `${name}: `, insertion.value);
    }
  }
}

type Shown = Pick<Proposal, 'kind' | 'label' | 'detail'>;

function withTemplate(shown: Shown, setting: Setting, before: string, { text, caret }: Template): Proposal {
  const indented = text.replaceAll('\n', `\n${setting.indent}`);
  const written = before + indented;
  if (caret === undefined) return finish(shown, setting, written, undefined, false);
  const lines = text.slice(0, caret).split('\n').length - 1;
  return finish(shown, setting, written, caretAt(before.length + caret + lines * setting.indent.length), true);
}

/** `selection` counts in `written`; without one the caret goes to the next thing to fill in, else behind what was put in. */
function finish(
  shown: Shown,
  { range, prefix, suffix, further, growth, hole }: Setting,
  written: string,
  selection: Range | undefined,
  asksOn: boolean,
): Proposal {
  const edit = { range, text: prefix + written + suffix };
  const start = range.start + growth + prefix.length;
  if (selection) {
    const moved = { start: start + selection.start, end: start + selection.end };
    return { ...shown, edit, further, selection: moved, asksOn };
  }
  if (hole === undefined) return { ...shown, edit, further, selection: caretAt(start + written.length), asksOn: false };
  const grown = growth + edit.text.length - (range.end - range.start);
  return { ...shown, edit, further, selection: caretAt(hole + grown), asksOn: true };
}

function caretAt(offset: number): Range {
  return { start: offset, end: offset };
}

function endsEntry(token: LooseToken): boolean {
  return token.kind === '}' || token.kind === ']' || (token.kind === 'scalar' && !token.isKey);
}

function beginsEntry(token: LooseToken): boolean {
  return token.kind === '{' || token.kind === '[' || token.kind === 'scalar';
}

function nextHole({ after, statement }: Place): number | undefined {
  if (statement === undefined) return undefined;
  for (const token of after) {
    if (token.range.start >= statement.range.end) return undefined;
    if (token.kind === 'scalar' && token.scalar.closed && token.scalar.kind === 'string' && token.scalar.text === '') {
      return token.range.start + 1;
    }
  }
  return undefined;
}

/** Whether what is in the brackets begins on a line of its own. */
function isOnLines(text: string, open: number): boolean {
  for (let at = open + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n') return true;
    if (!/\s/.test(character)) return false;
  }
  return false;
}

/** The blanks before the first thing in the brackets, which is on a line of its own. */
function firstIndent(text: string, open: number, usual: string): string {
  let at = open + 1;
  let line = at;
  while (at < text.length && /\s/.test(text.charAt(at))) {
    if (text.charAt(at) === '\n') line = at + 1;
    at++;
  }
  return /[\]}]/.test(text.charAt(at)) || at === text.length ? usual : text.slice(line, at);
}
