import type { ReactNode } from 'react';
import { classes } from '@/components/ui/classes';
import { SiteFooter } from './site-footer';
import { SiteHeader, type SiteHeaderProps } from './site-header';

interface PageShellProps extends SiteHeaderProps {
  /** Something stands at the bottom of a phone's window and would cover the end of the page. */
  readonly bottomBar?: boolean;
  /** The page's own `<main id="main">`. */
  readonly children: ReactNode;
}

/** What stands around every page; the way past it and the toasts are in app/layout.tsx. */
export function PageShell({ children, bottomBar, ...header }: PageShellProps) {
  return (
    <div className={classes('flex min-h-dvh flex-col', bottomBar && 'max-mid:pb-16')}>
      <SiteHeader {...header} />
      {children}
      <SiteFooter />
    </div>
  );
}
