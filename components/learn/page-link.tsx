import type { Route } from 'next';
import NextLink from 'next/link';
import type { ReactNode } from 'react';

interface PageLinkProps<T extends string> {
  readonly href: Route<T>;
  readonly strong?: boolean;
  readonly children: ReactNode;
}

/** To another page; fetched on the click, because a style sheet that is fetched ahead and not used makes browsers complain. */
export function PageLink<T extends string>({ href, strong, children }: PageLinkProps<T>) {
  return (
    <NextLink
      href={href}
      prefetch={false}
      className={`rounded-sm text-accent underline decoration-1 underline-offset-[3px] hover:text-accent-strong hover:decoration-2 ${strong ? 'font-strong' : ''}`}
    >
      {children}
    </NextLink>
  );
}
