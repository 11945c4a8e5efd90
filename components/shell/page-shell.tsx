import type { ReactNode } from 'react';
import { SkipLink } from '@/components/ui/skip-link';
import { ToastRegion } from '@/components/ui/toast-region';
import { SiteFooter } from './site-footer';
import { SiteHeader, type SiteHeaderProps } from './site-header';

interface PageShellProps extends SiteHeaderProps {
  /** The page's own `<main id="main">`. */
  readonly children: ReactNode;
}

/** What stands around every page. */
export function PageShell({ children, ...header }: PageShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink to="main">Skip to the content</SkipLink>
      <SiteHeader {...header} />
      {children}
      <SiteFooter />
      <ToastRegion />
    </div>
  );
}
