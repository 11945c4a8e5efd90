import { readOperator } from '@/lib/evaluation/operators';
import type { LanguageContext } from '@/lib/language/context';
import { describeAction } from '@/lib/language/describe/action';
import { describeArn } from '@/lib/language/describe/arn';
import type { Description } from '@/lib/language/describe/description';
import { describeKey } from '@/lib/language/describe/key';
import { describePrincipal } from '@/lib/language/describe/principal';
import { describeVariable } from '@/lib/language/describe/variable';
import { type Place, placeAt, type Slot } from '@/lib/language/place';
import { versionOf } from '@/lib/language/statement';
import { effectWords, elementWords, principalKindWords, versionWords } from '@/lib/language/words/elements';
import { operatorWords } from '@/lib/language/words/operators';
import type { Range } from '@/lib/text/range';

/** What stands at a place, explained. Everything is plain text with `names`; nothing of it is markup. */
export interface Hover extends Description {
  readonly range: Range;
}

/** Explains what is under an offset; `undefined` where there is nothing to say. */
export function hover(text: string, offset: number, context: LanguageContext): Hover | undefined {
  const variable = variableUnder(text, offset, context);
  if (variable) return variable;
  // A caret right before or behind a string, as after typing it, still means that string.
  for (const near of [offset, offset + 1, offset - 1]) {
    const found = at(text, near, context);
    if (found && found.range.start <= offset && offset <= found.range.end) return found;
  }
  return undefined;
}

function at(text: string, offset: number, context: LanguageContext): Hover | undefined {
  const place = offset < 0 ? undefined : placeAt(text, offset);
  const token = place?.token;
  if (place === undefined || token === undefined) return undefined;
  const description = descriptionOf(place.slot, token.text, place, context);
  return description && { range: token.range, ...description };
}

function descriptionOf(slot: Slot, written: string, place: Place, context: LanguageContext): Description | undefined {
  switch (slot.kind) {
    case 'policyElement':
    case 'statementElement':
      return sentences(written, elementWords(written));
    case 'principalKind':
      return sentences(written, principalKindWords(written));
    case 'operator':
      return sentences(written, ...(operatorWords(written) ?? []));
    case 'key':
      return describeKey(written, place.statement, context);
    case 'principalValue':
      return describePrincipal(written, slot.principalKind, context);
    case 'principal':
      return written === '*' ? describePrincipal(written, 'AWS', context) : undefined;
    case 'value':
      return describeValue(slot.element, written, place, context);
    case 'keyValue':
      return written.startsWith('arn:') ? describeArn(written, { version: versionOf(place) }, context) : undefined;
    case 'policy':
    case 'statement':
    case 'condition':
    case 'operatorValue':
      return undefined;
  }
}

function describeValue(
  element: string,
  written: string,
  place: Place,
  context: LanguageContext,
): Description | undefined {
  switch (element) {
    case 'Effect':
      return sentences(written, effectWords(written));
    case 'Version':
      return sentences(written, versionWords(written));
    case 'Action':
    case 'NotAction':
      return describeAction(written, context);
    case 'Resource':
    case 'NotResource':
      return describeArn(written, { element, version: versionOf(place) }, context);
    default:
      return undefined;
  }
}

function sentences(title: string, ...words: readonly (string | undefined)[]): Description | undefined {
  const lines = words.filter((one) => one !== undefined);
  return lines.length === 0 ? undefined : { title, sections: [{ lines }] };
}

/** A policy variable under the cursor, where variables count. */
function variableUnder(text: string, offset: number, context: LanguageContext): Hover | undefined {
  const place = placeAt(text, offset);
  const token = place?.token;
  if (place === undefined || token?.kind !== 'string' || !mayHoldVariables(place.slot)) return undefined;
  const open = text.lastIndexOf('${', offset);
  const close = open < token.range.start ? -1 : text.indexOf('}', open);
  if (close < offset || close > token.range.end) return undefined;
  const range = { start: open, end: close + 1 };
  return { range, ...describeVariable(text.slice(open, close + 1), versionOf(place), context) };
}

function mayHoldVariables(slot: Slot): boolean {
  if (slot.kind === 'value') return slot.element === 'Resource' || slot.element === 'NotResource';
  if (slot.kind !== 'keyValue') return false;
  const operator = readOperator(slot.operator)?.operator;
  return operator !== undefined && operator !== 'Null' && operator.variables;
}
