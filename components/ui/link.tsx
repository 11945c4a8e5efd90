import { ExternalLink as ExternalIcon } from 'lucide-react';
import type { Route } from 'next';
import NextLink from 'next/link';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { VisuallyHidden } from './visually-hidden';

const LOOK =
  'rounded-sm text-accent underline decoration-1 underline-offset-[3px] hover:text-accent-strong hover:decoration-2';

interface LinkProps<T extends string> {
  readonly href: Route<T>;
  readonly className?: string;
  readonly children: ReactNode;
}

/** To a place in the app. */
export function Link<T extends string>({ href, className, children }: LinkProps<T>) {
  return (
    <NextLink href={href} className={classes(LOOK, className)}>
      {children}
    </NextLink>
  );
}

interface ExternalLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** To a page that is not ours: opens in a new tab and says so. */
export function ExternalLink({ href, className, children }: ExternalLinkProps) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" className={classes(LOOK, className)}>
      {children}
      <ExternalIcon aria-hidden className="ml-0.5 inline size-[0.8em] align-[-0.05em]" />
      <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
    </a>
  );
}
