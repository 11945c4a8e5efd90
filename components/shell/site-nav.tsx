'use client';

import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import { classes } from '@/components/ui/classes';
import { PLACES } from './places';

interface SiteNavProps {
  readonly label: string;
  readonly className?: string;
}

/** The pages of the site; the current one is marked. Nothing is fetched before a click. */
export function SiteNav({ label, className }: SiteNavProps) {
  const path = usePathname().replace(/\/$/, '');
  return (
    <nav aria-label={label} className={className}>
      <ul className="flex flex-wrap items-center gap-x-1">
        {PLACES.map((place) => {
          const current = path === place.href;
          return (
            <li key={place.href}>
              <NextLink
                href={place.href}
                prefetch={false}
                aria-current={current ? 'page' : undefined}
                className={classes(
                  'target inline-flex items-center whitespace-nowrap rounded-control px-2 py-1 text-small hover:bg-surface-sunken hover:text-text',
                  current ? 'font-strong text-text' : 'text-text-muted',
                )}
              >
                {place.label}
              </NextLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
