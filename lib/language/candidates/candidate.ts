import type { Range } from '@/lib/text/range';

/** What a proposal is, for its mark in the list. */
export type ProposalKind =
  | 'element'
  | 'value'
  | 'service'
  | 'action'
  | 'resource'
  | 'principal'
  | 'operator'
  | 'key'
  | 'variable';

/** A piece of JSON with a place to type on. Its lines are indented by two blanks a level, from the margin. */
export interface Template {
  readonly text: string;
  /** Offset in `text`; left out where nothing is open. */
  readonly caret?: number;
}

/** What a candidate puts into the text, whatever stands around it. */
type Insertion =
  /** The content of a string. `select`: the part of it to type over. `goesOn`: the string is not whole yet. */
  | { readonly kind: 'text'; readonly text: string; readonly select?: Range; readonly goesOn?: boolean }
  /** A name with its value; where the name has a colon already, the name alone. `select` is a part of the name. */
  | { readonly kind: 'member'; readonly name: string; readonly value: Template; readonly select?: Range }
  | { readonly kind: 'json'; readonly value: Template }
  /** A part of the string under the cursor, from an offset in the text. */
  | { readonly kind: 'part'; readonly text: string; readonly range: Range };

/** Something that may stand at a place. */
export interface Candidate {
  readonly kind: ProposalKind;
  readonly label: string;
  /** A few words, or a sentence with `names`. */
  readonly detail?: string;
  readonly insertion: Insertion;
}

/** Candidates in the order in which they are worth showing. */
export interface Candidates {
  /** What was typed of them. */
  readonly typed: string;
  readonly list: readonly Candidate[];
}

/** A template from a text with `‸` where to type on. Only for texts of ours, never for what a user wrote. */
export function template(marked: string): Template {
  const caret = marked.indexOf('‸');
  return caret < 0 ? { text: marked } : { text: marked.replace('‸', ''), caret };
}

/** A whole string as a candidate. */
export function textCandidate(kind: ProposalKind, text: string, detail?: string): Candidate {
  return { kind, label: text, insertion: { kind: 'text', text }, ...(detail !== undefined && { detail }) };
}

/** A string with a part that is only an example, to be typed over. */
export function shapeCandidate(kind: ProposalKind, text: string, example: string, detail: string): Candidate {
  const start = text.lastIndexOf(example);
  const select = { start, end: start + example.length };
  return { kind, label: text, detail, insertion: { kind: 'text', text, select } };
}
