import type { Metadata } from 'next';
import { EventsPage } from '@/components/events/events-page';
import { PageShell } from '@/components/shell/page-shell';

export const metadata: Metadata = {
  title: 'Events',
  description: 'Every denial in your CloudTrail files, grouped by who was denied what, on which resource, and why.',
};

export default function Events() {
  return (
    <PageShell>
      <EventsPage />
    </PageShell>
  );
}
