'use client';

import './globals.css';
import { Button } from '@/components/ui/button';

// Next's own page of this kind writes an inline style, which the content security policy refuses.
export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main id="main" className="mx-auto flex max-w-prose flex-col items-start gap-4 px-4 py-16">
          <h1 className="text-display">WhyDenied stopped working</h1>
          <p>Something in the app failed. What you typed is kept in this browser. Try again, or reload the page.</p>
          <Button look="primary" onClick={reset}>
            Try again
          </Button>
        </main>
      </body>
    </html>
  );
}
