import { type ReactNode, useId } from 'react';

interface VerdictSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the evidence, held by a hairline above it. */
export function VerdictSection({ title, children }: VerdictSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-line border-t pt-3">
      <h3 id={id} className="mb-1.5 text-small">
        {title}
      </h3>
      {children}
    </section>
  );
}
