import type { Metadata } from 'next';
import { Gallery } from '@/components/examples/gallery';
import { PageShell } from '@/components/shell/page-shell';

export const metadata: Metadata = {
  title: 'Examples',
  description: 'Denials as they happen in AWS, each ready to open, look at and change.',
};

export default function ExamplesPage() {
  return (
    <PageShell>
      <main id="main" className="mx-auto w-full max-w-[64rem] flex-1 px-4 pt-8 pb-16 mid:px-6">
        <h1 className="text-display">Examples</h1>
        <p className="mt-2 mb-8 max-w-prose text-lead text-text-muted">
          Denials as they happen. Open one, change a line, and watch the verdict follow. Your own diagnosis stays among
          your drafts.
        </p>
        <Gallery />
      </main>
    </PageShell>
  );
}
