'use client';

import { useState } from 'react';
import { Choice } from '@/components/ui/choice';
import { CodeText } from '@/components/ui/code-text';
import { CommandWords } from '@/components/ui/command-words';
import { CopyButton } from '@/components/ui/copy-button';
import {
  QUERY_SOURCES,
  QUERY_TEXTS,
  type Query,
  type QueryFacts,
  type QuerySource,
  queriesFor,
} from '@/lib/guidance/queries';

const OPTIONS = QUERY_SOURCES.map((value) => ({ value, label: QUERY_TEXTS[value].label }));

/** The queries for one set of facts, by where one asks. */
export function QueryList({ facts }: { readonly facts: QueryFacts }) {
  const [source, setSource] = useState<QuerySource>('cli');
  const queries = queriesFor(source, facts);
  return (
    <div className="mt-5">
      <Choice label="Where to ask" value={source} onChange={setSource} options={OPTIONS} />
      <p className="mt-3 max-w-prose text-small text-text-muted">
        <CodeText>{QUERY_TEXTS[source].note}</CodeText>
      </p>
      {queries.length === 0 && (
        <p className="mt-3 max-w-prose text-denies-text">
          A value holds signs that cannot be written safely in this query. Leave the caller or the Region out.
        </p>
      )}
      <ul className="mt-3 space-y-4">
        {queries.map((query) => (
          <QueryText key={query.purpose} query={query} />
        ))}
      </ul>
    </div>
  );
}

function QueryText({ query: { purpose, text } }: { readonly query: Query }) {
  return (
    <li>
      <p className="text-small text-text-muted">{purpose}</p>
      <div className="mt-1 flex items-start gap-1 rounded-control bg-surface-sunken py-1 pr-1 pl-3">
        <pre className="wrap-anywhere min-w-0 flex-1 whitespace-pre-wrap py-1 text-small leading-relaxed">
          {text.includes('\n') ? text : <CommandWords>{text}</CommandWords>}
        </pre>
        <CopyButton iconOnly text={text} label={`Copy: ${purpose}`} />
      </div>
    </li>
  );
}
