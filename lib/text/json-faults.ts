import type { TextEdit } from '@/lib/text/edit';
import { type JsonToken, nextToken } from '@/lib/text/json-tokens';
import type { Range } from '@/lib/text/range';

/** Why a text is no JSON at a place. `other`: the cause cannot be told, or has no name of its own. */
export type JsonFaultKind =
  | 'trailingComma'
  | 'missingComma'
  | 'comment'
  | 'singleQuotes'
  | 'curlyQuotes'
  | 'unquotedKey'
  | 'unclosed'
  | 'furtherValue'
  | 'other';

export interface JsonFault {
  readonly kind: JsonFaultKind;
  /** The first character that cannot be read; the end of the text where it ends too early. */
  readonly at: number;
  /** What is at fault. */
  readonly range: Range;
  /** What mends it; left out where several readings are possible. */
  readonly edits?: readonly TextEdit[];
}

type Expected = 'value' | 'valueOrEnd' | 'keyOrEnd' | 'key' | 'colon' | 'commaOrEnd' | 'nothing';

/**
 * Everything that keeps a text from being JSON (RFC 8259), in its order; none for JSON. Reading goes on behind a fault that has
 * one reading and ends at the first that has several. One pass, without recursion.
 */
export function jsonFaults(text: string): readonly JsonFault[] {
  return new FaultFinder(text).run();
}

class FaultFinder {
  private readonly faults: JsonFault[] = [];
  private readonly open: { readonly bracket: string; readonly at: number }[] = [];
  private expected: Expected = 'value';
  /** End of the last token that belongs to JSON. */
  private lastEnd = 0;
  private comma: Range | undefined;

  constructor(private readonly text: string) {}

  run(): readonly JsonFault[] {
    let at = 0;
    for (;;) {
      const token = nextToken(this.text, at);
      if (token.kind === 'end') {
        this.end(token);
        return this.faults;
      }
      const isFatal = token.kind === 'comment' || token.kind === 'blank' ? this.skip(token) : this.take(token);
      if (isFatal) return this.faults;
      at = token.range.end;
    }
  }

  private fault(kind: JsonFaultKind, range: Range, edits?: readonly TextEdit[], at = range.start): void {
    this.faults.push({ kind, at, range, ...(edits && { edits }) });
  }

  /** What JSON does not have between its tokens. */
  private skip({ kind, range }: JsonToken): boolean {
    if (kind === 'blank') this.fault('other', range, [{ range, text: ' ' }]);
    else {
      // A comment at the very start goes with the line end behind it: a policy has to begin at once.
      const isFirst = this.lastEnd === 0;
      const end = isFirst ? nextToken(this.text, range.end).range.start : range.end;
      this.fault('comment', range, [{ range: { start: range.start, end }, text: '' }]);
    }
    return false;
  }

  /** Reads one token; true where reading cannot go on. */
  private take(token: JsonToken): boolean {
    if (token.kind === 'unclosedString' && token.range.end === this.text.length) {
      this.fault('unclosed', { start: token.range.start, end: token.range.start + 1 }, undefined, this.text.length);
      return true;
    }
    if (token.kind === 'odd' || token.kind === 'unclosedString') {
      this.fault('other', { start: token.at, end: token.at + 1 });
      return true;
    }
    const isFatal = token.kind === 'punctuation' ? this.punctuation(token) : this.scalar(token);
    this.lastEnd = token.range.end;
    return isFatal;
  }

  private punctuation({ range }: JsonToken): boolean {
    const sign = this.text.charAt(range.start);
    switch (sign) {
      case ',':
        return this.takeComma(range);
      case ':':
        if (this.expected !== 'colon') return this.refuse(range);
        this.expected = 'value';
        return false;
      case '{':
      case '[':
        if (!this.beginValue(range)) return true;
        this.open.push({ bracket: sign, at: range.start });
        this.expected = sign === '{' ? 'keyOrEnd' : 'valueOrEnd';
        return false;
      default:
        return this.close(sign, range);
    }
  }

  private takeComma(range: Range): boolean {
    if (this.expected !== 'commaOrEnd') return this.refuse(range);
    this.comma = range;
    this.expected = this.open.at(-1)?.bracket === '{' ? 'key' : 'value';
    return false;
  }

  private close(sign: string, range: Range): boolean {
    const opened = this.open.at(-1);
    if (opened === undefined || CLOSING[opened.bracket] !== sign) return this.refuse(range);
    const afterComma = this.comma !== undefined && this.comma.end === this.lastEnd;
    if (afterComma && this.comma && (this.expected === 'key' || this.expected === 'value')) {
      this.fault('trailingComma', this.comma, [{ range: this.comma, text: '' }], range.start);
    } else if (this.expected === 'key' || this.expected === 'value' || this.expected === 'colon') {
      return this.refuse(range);
    }
    this.open.pop();
    this.afterValue();
    return false;
  }

  /** A text, a number or a word. */
  private scalar(token: JsonToken): boolean {
    const isKey = this.beginsKey(token);
    if (isKey) this.expected = 'colon';
    else if (this.beginValue(token.range)) this.afterValue();
    else return true;
    const { kind, range, mended } = token;
    if (mended === undefined)
      return kind === 'word' ? this.word(range, isKey) : isKey && kind !== 'string' && this.refuse(range);
    const edits = [{ range, text: mended }];
    const start = { start: range.start, end: range.start + 1 };
    if (kind === 'curlyString') this.fault('curlyQuotes', { start: token.at, end: token.at + 1 }, edits);
    else if (kind === 'singleString') this.fault('singleQuotes', start, edits);
    else this.fault('other', { start: token.at, end: token.at + 1 }, edits);
    return false;
  }

  private word(range: Range, isKey: boolean): boolean {
    const word = this.text.slice(range.start, range.end);
    if (isKey) this.fault('unquotedKey', range, [{ range, text: `"${word}"` }]);
    else if (!LITERALS.has(word)) this.fault('other', range, [{ range, text: OTHER_LITERALS[word] ?? `"${word}"` }]);
    return false;
  }

  /** Whether a scalar stands where a key is expected, if need be behind a comma that is missing. */
  private beginsKey({ range }: JsonToken): boolean {
    if (this.expected === 'key' || this.expected === 'keyOrEnd') return true;
    if (this.expected !== 'commaOrEnd' || this.open.at(-1)?.bracket !== '{') return false;
    this.missingComma(range);
    return true;
  }

  /** Whether a value may begin here, if need be behind a comma that is missing. */
  private beginValue(range: Range): boolean {
    if (this.expected === 'value' || this.expected === 'valueOrEnd') return true;
    if (this.expected === 'commaOrEnd' && this.open.at(-1)?.bracket === '[') {
      this.missingComma(range);
      return true;
    }
    if (this.expected === 'nothing') this.fault('furtherValue', { start: range.start, end: range.start + 1 });
    else this.refuse(range);
    return false;
  }

  private missingComma({ start }: Range): void {
    const at = { start: this.lastEnd, end: this.lastEnd };
    this.fault('missingComma', { start, end: start + 1 }, [{ range: at, text: ',' }]);
  }

  private afterValue(): void {
    this.expected = this.open.length === 0 ? 'nothing' : 'commaOrEnd';
  }

  private refuse({ start }: Range): true {
    const range = { start, end: start + 1 };
    // One closing bracket too many at the very end has one reading.
    const isExtra =
      this.expected === 'nothing' && /^[\]}][ \t\n\r]{0,1000}$/.test(this.text.slice(start, start + 1_002));
    this.fault('other', range, isExtra ? [{ range, text: '' }] : undefined);
    return true;
  }

  /** The end of the text, which may come too early. */
  private end({ range }: JsonToken): void {
    if (this.expected === 'nothing') return;
    const opened = this.open.at(-1);
    if (opened === undefined) {
      this.fault('other', range);
      return;
    }
    const closers = [...this.open].reverse().map(({ bracket }) => CLOSING[bracket] ?? '');
    const at = { start: this.lastEnd, end: this.lastEnd };
    const isWhole = this.expected === 'commaOrEnd';
    this.fault(
      'unclosed',
      { start: opened.at, end: opened.at + 1 },
      isWhole ? [{ range: at, text: closers.join('') }] : undefined,
      this.text.length,
    );
  }
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const LITERALS: ReadonlySet<string> = new Set(['true', 'false', 'null']);
// As Python writes them.
const OTHER_LITERALS: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' };
