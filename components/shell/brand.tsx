import NextLink from 'next/link';

/** The name with its mark, leading to the start page. Below 700 px the mark stands alone where the header is full. */
export function Brand({ markOnly }: { readonly markOnly?: boolean }) {
  return (
    <NextLink
      href="/"
      prefetch={false}
      className="target inline-flex shrink-0 items-center gap-2 rounded-control font-strong text-lead tracking-[-0.015em]"
    >
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-6 shrink-0">
        <path d="M10.2 2h11.6L30 10.2v11.6L21.8 30H10.2L2 21.8V10.2z" className="fill-accent" />
        <path d="M9 16h14" className="stroke-on-accent" strokeWidth="4" strokeLinecap="round" />
      </svg>
      <span className={markOnly ? 'max-mid:sr-only' : ''}>WhyDenied</span>
    </NextLink>
  );
}
