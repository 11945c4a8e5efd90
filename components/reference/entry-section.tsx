import type { ReactNode } from 'react';

/** One question about an entry, with its answer. */
export function EntrySection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-6 border-line border-t pt-4">
      <h3 className="font-strong text-base">{title}</h3>
      {children}
    </section>
  );
}
