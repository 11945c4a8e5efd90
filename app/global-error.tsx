'use client';

import './globals.css';

// Next's own page of this kind writes an inline style, which the content security policy refuses.
export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>WhyDenied stopped working</h1>
          <p>Something in the app failed. What you typed is kept.</p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
