'use client';

import { CopyLink } from '@/components/share/copy-link';
import { ReceivedBanner } from '@/components/share/received-banner';
import { ShareMenu } from '@/components/share/share-menu';
import { CommandButton } from '@/components/shell/command-button';
import { DraftsMenu } from '@/components/shell/drafts-menu';
import { Notices } from '@/components/shell/notices';
import { PageShell } from '@/components/shell/page-shell';
import { PasteAnywhere } from '@/components/shell/paste-anywhere';
import { UndoButtons } from '@/components/shell/undo-buttons';
import { useWorkspace } from '@/components/workspace/store';
import { useSession } from '@/components/workspace/use-session';
import { OpenAtAnswer } from './open-at-answer';
import { Wizard } from './wizard';
import { WizardProvider } from './wizard-context';

/** The diagnosis with everything around it. It appears once this tab knows what it shows. */
export function DiagnosePage() {
  const handedOver = useSession();
  const ready = useWorkspace((state) => state.ready);
  if (!ready) {
    return (
      <PageShell middle={null}>
        <main id="main" className="flex-1">
          <h1 className="sr-only">Diagnosis</h1>
        </main>
      </PageShell>
    );
  }
  return (
    <WizardProvider>
      <PageShell
        bottomBar
        middle={<DraftsMenu />}
        actions={
          <>
            <CommandButton />
            <UndoButtons />
            <CopyLink />
            <ShareMenu />
          </>
        }
      >
        <ReceivedBanner />
        <Notices />
        <Wizard />
        <OpenAtAnswer focused={handedOver} />
        <PasteAnywhere />
      </PageShell>
    </WizardProvider>
  );
}
