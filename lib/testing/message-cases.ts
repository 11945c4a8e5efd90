import { readJsonc } from '@/lib/testing/jsonc';

// Reads the messages kept as data beside the reader. For tests alone.

/** What `read` answers for a message, without what goes without saying: a message, denied, not said how. */
export type MessageWant = Readonly<Record<string, unknown>>;

export interface MessageCase {
  readonly name?: string;
  /** A list stands for lines. */
  readonly text: string | readonly string[];
  readonly want?: MessageWant;
  /** Of a wrapper: the action behind its operation. */
  readonly implied?: string;
}

/** The cases of a file of `lib/evidence/cases`. */
export function messageCases(file: string): readonly MessageCase[] {
  return readJsonc(new URL(`../evidence/cases/${file}`, import.meta.url)) as readonly MessageCase[];
}

export function textOf({ text }: MessageCase): string {
  return typeof text === 'string' ? text : text.join('\n');
}

/** A wrapper around a message. */
export function wrapped(wrapper: MessageCase, message: string): string {
  const json = JSON.stringify(message).slice(1, -1);
  const json2 = JSON.stringify(json).slice(1, -1);
  const xml = message
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  const filled: Readonly<Record<string, string>> = { message, json, json2, xml };
  return textOf(wrapper).replace(/\{(message|json2?|xml)\}/g, (all, name: string) => filled[name] ?? all);
}

/** What a message in a wrapper states. */
export function wantOf(wrapper: MessageCase, message: MessageCase): MessageWant {
  const isSilent = message.want?.action === undefined && wrapper.implied !== undefined;
  return { ...message.want, ...wrapper.want, ...(isSilent && { impliedAction: wrapper.implied }) };
}
