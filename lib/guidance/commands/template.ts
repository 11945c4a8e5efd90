import { shellArgument } from '@/lib/text/quote';

/** An option with its value in one word, so that a value can never be taken for an option; or words of ours, as they stand. */
export type Word = string | readonly [option: string, value: string];

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

function wordText(part: Word): string | undefined {
  if (typeof part === 'string') return part;
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
