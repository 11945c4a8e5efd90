import type { Metadata } from 'next';
import { ReferencePage } from '@/components/reference/reference-page';
import { PageShell } from '@/components/shell/page-shell';

export const metadata: Metadata = {
  title: 'Reference',
  description: 'Look up any AWS action, resource type or condition key: what grants it, and what can limit it.',
};

export default function Reference() {
  return (
    <PageShell>
      <ReferencePage />
    </PageShell>
  );
}
