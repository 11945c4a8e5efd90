// All that an editor's help computes, in one piece of code that comes after the page.
import { codeActions } from '@/lib/language/code-actions';
import { complete } from '@/lib/language/complete';
import { expandWildcard } from '@/lib/language/expand';
import { hover } from '@/lib/language/hover';
import { outline } from '@/lib/language/outline';
import { isTyping } from '@/lib/language/place';
import { formatJson } from '@/lib/text/json';

/** Texts and offsets are those an editor holds, with `\n` as line ends. */
export const LANGUAGE_TOOLS = { codeActions, complete, expandWildcard, formatJson, hover, isTyping, outline };

export type LanguageTools = typeof LANGUAGE_TOOLS;
