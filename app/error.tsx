'use client';

export default function PageError({ reset }: { readonly reset: () => void }) {
  return (
    <main>
      <h1>This page stopped working</h1>
      <p>Something in WhyDenied failed. What you typed is kept.</p>
      <button type="button" onClick={reset}>
        Try again
      </button>
    </main>
  );
}
