'use client';

import { CircleAlert, Info, X } from 'lucide-react';
import { classes } from '@/components/ui/classes';
import { CodeText } from '@/components/ui/code-text';
import { Disclosure } from '@/components/ui/disclosure';
import { IconButton } from '@/components/ui/icon-button';
import type { Notice } from '@/components/workspace/state';
import { useWorkspace } from '@/components/workspace/store';

/** What happened and must be told; each stays until it is closed. Storage that does not keep is said here too. */
export function Notices() {
  const notices = useWorkspace((state) => state.notices);
  const storage = useWorkspace((state) => state.storage);
  const { dismiss } = useWorkspace.getState();
  return (
    <div role="status" className="sticky top-14 z-20 max-h-[45vh] overflow-auto empty:hidden">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} onClose={() => dismiss(notice.id)} />
      ))}
      {'message' in storage && (
        <p className="border-lacks-line border-b bg-lacks-fill px-4 py-2 text-small mid:px-6">
          <CodeText>{storage.message}</CodeText>
        </p>
      )}
    </div>
  );
}

const LOOKS = {
  info: 'border-line bg-surface-sunken',
  warning: 'border-lacks-line bg-lacks-fill',
  error: 'border-denies-line bg-denies-fill',
} as const satisfies Record<Notice['severity'], string>;

function NoticeLine({ notice, onClose }: { readonly notice: Notice; readonly onClose: () => void }) {
  const Icon = notice.severity === 'info' ? Info : CircleAlert;
  return (
    <div className={classes('flex items-start gap-3 border-b px-4 py-2 mid:px-6', LOOKS[notice.severity])}>
      <Icon aria-hidden className="mt-1 size-4 shrink-0" />
      <div className="min-w-0 flex-1 py-0.5">
        <p className="max-w-[80ch]">
          <CodeText>{notice.message}</CodeText>
        </p>
        {notice.problems.length > 0 && (
          <Disclosure open={notice.problems.length <= 3} summary={`What exactly (${notice.problems.length})`}>
            <ul className="list-disc space-y-1 pl-4 text-small">
              {notice.problems.map((problem, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be alike in everything.
                <li key={index}>
                  <CodeText>{problem.message}</CodeText>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
      <IconButton label="Close" icon={<X aria-hidden className="size-4" />} onClick={onClose} />
    </div>
  );
}
