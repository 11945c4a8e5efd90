'use client';

import { type ReactNode, useState } from 'react';

interface FoldedListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T, place: number) => string;
  readonly draw: (item: T) => ReactNode;
  /** The order says something. */
  readonly ordered?: boolean;
  readonly className?: string;
}

const SHOWN = 8;

/** A list whose first items stand for all until one asks for the rest: a document can have hundreds of anything. */
export function FoldedList<T>({ items, keyOf, draw, ordered, className }: FoldedListProps<T>) {
  const [all, setAll] = useState(false);
  const shown = all || items.length <= SHOWN + 1 ? items : items.slice(0, SHOWN);
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={className}>
      {shown.map((item, place) => (
        <li key={keyOf(item, place)}>{draw(item)}</li>
      ))}
      {shown.length < items.length && (
        <li>
          <button
            type="button"
            onClick={() => setAll(true)}
            className="target -mx-1.5 rounded-control px-1.5 py-1 text-accent hover:bg-surface-sunken"
          >
            Show all {items.length}
          </button>
        </li>
      )}
    </List>
  );
}
