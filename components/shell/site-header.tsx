import type { ReactNode } from 'react';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { Brand } from './brand';
import { SiteNav } from './site-nav';

export interface SiteHeaderProps {
  /** After the name: what this page is about, such as the drafts. */
  readonly middle?: ReactNode;
  /** At the end: what one does with it. */
  readonly actions?: ReactNode;
}

/** One line at the top of every page. Where it has no room for them, navigation and theme stand in the footer. */
export function SiteHeader({ middle, actions }: SiteHeaderProps) {
  const full = middle !== undefined;
  return (
    <header className="sticky top-0 z-30 border-line border-b bg-surface print:static">
      <div className="flex h-14 items-center gap-2 px-4 mid:gap-3 mid:px-6">
        <Brand markOnly={full} />
        {middle}
        {/* A long title gives way, nothing else. */}
        <div className="ml-auto flex shrink-0 items-center gap-1 mid:gap-2">
          <SiteNav label="Main" className={full ? 'max-wide:hidden' : 'max-[52rem]:hidden'} />
          <div className={full ? 'max-[90rem]:hidden' : 'max-mid:hidden'}>
            <ThemeSwitch />
          </div>
          {actions}
        </div>
      </div>
    </header>
  );
}
