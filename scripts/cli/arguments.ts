import { isPolicyType, POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';

/** A policy named on the command line. */
interface PolicyArgument {
  readonly type: PolicyType;
  readonly label?: string;
  readonly file: string;
}

export interface Arguments {
  readonly command: string;
  readonly file?: string;
  /** Every file that is named; more than one for `events` alone. */
  readonly files: readonly string[];
  readonly jsonl: boolean;
  /** Prints for people instead of JSON. */
  readonly text: boolean;
  readonly evidence: readonly string[];
  readonly policies: readonly PolicyArgument[];
  /** "principal action resource". */
  readonly request?: string;
}

/** Whether the words ask how the command line is used; whatever else they say does not count then. */
export function asksForHelp(words: readonly string[]): boolean {
  return words[0] === 'help' || words.includes('--help') || words.includes('-h');
}

/** Reads the command line's words. Throws with a sentence for people. */
export function readArguments(words: readonly string[]): Arguments {
  const rest: string[] = [];
  const evidence: string[] = [];
  const policies: PolicyArgument[] = [];
  let request: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [option, inline] = splitOption(word);
    const value = () => inline ?? words[++at] ?? missing(option);
    if (option === '--evidence') evidence.push(value());
    else if (option === '--policy') policies.push(readPolicy(value()));
    else if (option === '--request') request = value();
    else if (word.startsWith('--') && word !== '--jsonl' && word !== '--text')
      throw new Error(`There is no option ${word}.`);
    else if (!word.startsWith('--')) rest.push(word);
  }
  const [command = '', ...files] = rest;
  const [file] = files;
  if (files.length > 1 && command !== 'events') throw new Error('One file is expected, not several.');
  if (command === 'events' && words.includes('--jsonl'))
    throw new Error('events reads whole files and has no --jsonl.');
  return {
    command,
    ...(file !== undefined && { file }),
    files,
    jsonl: words.includes('--jsonl'),
    text: words.includes('--text'),
    evidence,
    policies,
    ...(request !== undefined && { request }),
  };
}

function splitOption(word: string): readonly [string, string | undefined] {
  const equals = word.indexOf('=');
  return word.startsWith('--') && equals > 0 ? [word.slice(0, equals), word.slice(equals + 1)] : [word, undefined];
}

function missing(option: string): never {
  throw new Error(`${option} needs a value.`);
}

/** `TYPE[:LABEL]=FILE`. */
function readPolicy(value: string): PolicyArgument {
  const equals = value.indexOf('=');
  const [type = '', ...label] = value.slice(0, Math.max(0, equals)).split(':');
  const file = value.slice(equals + 1);
  if (equals < 0 || !isPolicyType(type) || file === '') {
    throw new Error(`Expected --policy TYPE[:LABEL]=FILE; the type is one of ${POLICY_TYPES.join(', ')}.`);
  }
  return { type, ...(label.length > 0 && { label: label.join(':') }), file };
}
