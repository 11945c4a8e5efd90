import type { Metadata } from 'next';
import { CheckPage } from '@/components/check/check-page';
import { PageShell } from '@/components/shell/page-shell';

export const metadata: Metadata = {
  title: 'Quick check',
  description: 'Check whether one AWS policy lets one request through, and which statement decides.',
};

export default function Check() {
  return (
    <PageShell>
      <CheckPage />
    </PageShell>
  );
}
