'use client';

import { Button } from '@/components/ui/button';

export default function PageError({ reset }: { readonly reset: () => void }) {
  return (
    <main id="main" className="mx-auto flex max-w-prose flex-col items-start gap-4 px-4 py-16">
      <h1 className="text-display">This page stopped working</h1>
      <p>
        Something in WhyDenied failed while showing it. What you typed is kept in this browser. Try again; if it fails
        once more, reload the page.
      </p>
      <Button look="primary" onClick={reset}>
        Try again
      </Button>
    </main>
  );
}
