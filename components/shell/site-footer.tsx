import { CatalogNote } from '@/components/catalog/catalog-note';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { SiteNav } from './site-nav';

/** The way to the other pages, the theme, and the promise. */
export function SiteFooter() {
  return (
    <footer className="border-line border-t px-4 py-6 text-small text-text-muted mid:px-6 print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        <div className="max-w-prose">
          <p>
            WhyDenied works in your browser: nothing you paste is sent anywhere. It is open source and not made by AWS.
          </p>
          <CatalogNote />
          <p>
            <a
              href={`${process.env.NEXT_PUBLIC_BASE_PATH ?? ''}/third-party-notices.txt`}
              className="underline decoration-1 underline-offset-[3px] hover:text-text"
            >
              Third-party notices
            </a>
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <SiteNav label="Footer" className="-ml-2" />
          <ThemeSwitch />
        </div>
      </div>
    </footer>
  );
}
