'use client';

import { type FormEvent, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { handsFocusOn } from '@/components/ui/hands-focus-on';
import { TextField } from '@/components/ui/text-field';
import type { PolicyEntry } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import { type OpenReference, referencesOf } from '@/lib/diagnosis/fill-references';
import { visible } from '@/lib/text/wording';

/** What a template left open in a policy: asked for by name, filled into the text, never guessed. */
export function OpenReferences({ entry: { key, index } }: { readonly entry: PolicyEntry }) {
  const document = useWorkspace((state) => state.document);
  const references = useMemo(() => referencesOf(document, index), [document, index]);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const { fillReferences } = useWorkspace.getState();
  if (references.length === 0) return null;
  const shownValue = ({ name, known = '' }: OpenReference) => typed.get(name) ?? known;
  const values = new Map(references.map((reference) => [reference.name, shownValue(reference)]));
  const isEmpty = Array.from(values.values()).every((value) => value.trim() === '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty) return;
    fillReferences(key, values);
    setTyped(new Map());
  };
  return (
    <form
      aria-label="Left open by the template"
      ref={handsFocusOn}
      onSubmit={submit}
      className="mt-2 rounded-panel border border-depends-line bg-depends-fill px-4 py-3"
    >
      <h4 className="font-strong text-base">The template leaves this open</h4>
      <p className="mt-0.5 text-small">Give the real values; what you leave empty stays open.</p>
      <div className="mt-2.5 grid gap-3 mid:grid-cols-2">
        {references.slice(0, MOST_FIELDS).map((reference) => (
          <TextField
            key={reference.name}
            code
            data-own-undo
            label={visible(reference.name)}
            note={reference.known !== undefined && !typed.has(reference.name) ? 'from the request' : undefined}
            placeholder={placeholderOf(reference.name)}
            value={shownValue(reference)}
            onChange={(value) => setTyped(new Map(typed).set(reference.name, value))}
          />
        ))}
      </div>
      {references.length > MOST_FIELDS && (
        <p className="mt-2 text-small">
          {references.length - MOST_FIELDS} more are asked for once these are filled in.
        </p>
      )}
      <Button type="submit" size="small" className="mt-3" aria-disabled={isEmpty || undefined}>
        Fill in
      </Button>
    </form>
  );
}

const MOST_FIELDS = 12;

/** How a value looks, where the name tells. */
function placeholderOf(name: string): string {
  if (/arn$/i.test(name)) return 'arn:aws:…';
  if (/account_?id$/i.test(name)) return '111122223333';
  if (/region$/i.test(name)) return 'eu-west-1';
  return /partition$/i.test(name) ? 'aws' : 'value';
}
