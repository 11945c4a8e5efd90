'use client';

import { Download } from 'lucide-react';
import { saveText } from '@/components/share/save-text';
import { Button } from '@/components/ui/button';
import { eventsAnswer } from '@/lib/cloudtrail/answer';
import { groupTable } from '@/lib/cloudtrail/group-table';
import type { DenialSummary } from '@/lib/cloudtrail/stream';

/** Saves the groups as files. */
export function ExportButtons({ summary }: { readonly summary: DenialSummary }) {
  const icon = <Download aria-hidden className="size-4" />;
  return (
    <>
      <Button size="small" icon={icon} onClick={() => saveText('denials.csv', groupTable(summary.groups), 'text/csv')}>
        Export CSV
      </Button>
      <Button
        size="small"
        icon={icon}
        onClick={() => saveText('denials.json', JSON.stringify(eventsAnswer(summary), null, 2), 'application/json')}
      >
        Export JSON
      </Button>
    </>
  );
}
