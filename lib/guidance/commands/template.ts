import { shellArgument } from '@/lib/text/quote';

/**
 * An option with its value in one word, so that a value can never be taken for an option; words of ours, as they stand; or the one part of
 * the answer that is printed, as text.
 */
export type Word = string | readonly [option: string, value: string] | Printed;

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-filter.html */
interface Printed {
  readonly query: string;
  /** A part that is no text alone stays JSON. */
  readonly isObject?: true;
}

/** A command before its values are quoted. */
export interface Template {
  readonly purpose: string;
  readonly words: readonly Word[];
}

export function command(purpose: string, ...words: readonly Word[]): Template {
  return { purpose, words: ['aws', ...words] };
}

/** The command as a POSIX shell takes it; `undefined` with a value that must not reach a command. */
export function commandText({ words }: Template): string | undefined {
  const texts = words.map(wordText);
  return texts.includes(undefined) ? undefined : texts.join(' ');
}

/** The words without the part of the answer that is asked for: with them all of it is printed. */
export function wholeAnswer({ words }: Template): readonly (string | readonly [option: string, value: string])[] {
  return words.flatMap((word) => (typeof word !== 'string' && 'query' in word ? [] : [word]));
}

/** Whether every value is one of the request's, and none a word in capitals that the person has to replace. */
export function isFilledIn(template: Template, resource: string): boolean {
  return wholeAnswer(template).every(
    (word) => typeof word === 'string' || !/^[A-Z]+(?:_[A-Z]+)*$/.test(word[1]) || resource.includes(word[1]),
  );
}

/** A part of a command as a shell takes it; `undefined` for a value that must not reach one. */
export function wordText(part: Word): string | undefined {
  if (typeof part === 'string') return part;
  if ('query' in part) return `--query ${part.query}${part.isObject ? '' : ' --output text'}`;
  const [option, value] = part;
  const quoted = argument(value);
  return quoted === undefined ? undefined : `${option}=${quoted}`;
}

/**
 * One value in quotes. The AWS CLI reads a file in place of a value that names one, so such a value is refused.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html
 */
export function argument(value: string): string | undefined {
  return /^fileb?:\/\//i.test(value) ? undefined : shellArgument(value);
}

/** `--lookup-attributes` of CloudTrail: the CLI's shorthand where its commas and signs cannot be mistaken, else JSON. */
export function lookupAttribute(key: string, value: string): Word {
  const isPlain = /^[\w.@/:-]+$/.test(value);
  const json = JSON.stringify([{ AttributeKey: key, AttributeValue: value }]);
  return ['--lookup-attributes', isPlain ? `AttributeKey=${key},AttributeValue=${value}` : json];
}

/** `--region` from an ARN: a resource is only found in its own. */
export function regionOption(region: string | undefined): readonly Word[] {
  return region && /^[a-z]{2,4}(?:-[a-z]{1,12}){1,3}-\d{1,2}$/.test(region) ? [['--region', region]] : [];
}
