import type { LanguageContext } from '@/lib/language/context';
import type { Description } from '@/lib/language/describe/description';
import { variableInRequest } from '@/lib/language/variable-value';
import { globalKeyWords } from '@/lib/language/words/global-keys';
import type { PolicyVersion } from '@/lib/policy/document';
import { splitVariables } from '@/lib/policy/variables';
import { code } from '@/lib/text/wording';

/** A policy variable, `${…}` as written: what it stands for, and what it becomes for this request. */
export function describeVariable(written: string, version: PolicyVersion, { request }: LanguageContext): Description {
  const of = (...lines: readonly string[]): Description => ({ title: written, sections: [{ lines }] });
  if (version !== '2012-10-17') {
    return of('Plain text here: policy variables count only in a policy of `Version` `2012-10-17`.');
  }
  const [part] = splitVariables(written);
  switch (part?.kind) {
    case 'character':
      return of(`The character ${code(part.text)} itself, not as a wildcard or a variable.`);
    case 'variable': {
      const words = globalKeyWords(part.key) ?? `What the request carries under ${code(part.key)}.`;
      const fallback =
        part.fallback === undefined
          ? 'Where the request lacks it, nothing fits.'
          : `Where the request lacks it, ${code(part.fallback)} stands in its place.`;
      return of(words, fallback, ...(request ? [variableInRequest(part.key, part.fallback, request)] : []));
    }
    case 'valueless':
    case 'text':
    case undefined:
      return of('No variable that AWS can read: it never has a value, so nothing fits.');
  }
}
