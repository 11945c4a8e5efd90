import type { Catalog } from '@/lib/catalog/catalog';

// A policy that is being typed asks the same of the catalog at every key. More answers than the largest policies ask for.
const MOST_ANSWERS = 20_000;

/**
 * A question about a text and a catalog that is worked out once. What is asked for must depend on these two alone. The
 * answers go with their catalog.
 */
export function remembered<Answer>(
  answer: (text: string, catalog: Catalog) => Answer,
): (text: string, catalog: Catalog) => Answer {
  const answersOf = new WeakMap<Catalog, Map<string, { readonly answer: Answer }>>();
  return (text, catalog) => {
    const answers = answersOf.get(catalog) ?? new Map<string, { readonly answer: Answer }>();
    answersOf.set(catalog, answers);
    const known = answers.get(text);
    if (known) return known.answer;
    const found = { answer: answer(text, catalog) };
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(text, found);
    return found.answer;
  };
}
