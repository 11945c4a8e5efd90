import { Fragment } from 'react';
import { Name } from '@/components/ui/code-text';
import type { Piece } from './contrast';

/** A name whose differing pieces are tinted and underlined; what draws the name are blocks, which inherit no underline. */
export function ContrastText({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <code className="text-small">
      {pieces.map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one name have no other identity.
        <Fragment key={place}>
          {piece.differs ? (
            <mark className="rounded-[3px] bg-lacks-fill box-decoration-clone text-lacks-text [&_span]:underline [&_span]:decoration-2 [&_span]:decoration-lacks-line [&_span]:underline-offset-[3px]">
              <Name>{piece.text}</Name>
            </mark>
          ) : (
            <Name>{piece.text}</Name>
          )}
        </Fragment>
      ))}
    </code>
  );
}
