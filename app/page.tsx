import { PageShell } from '@/components/shell/page-shell';
import { HowItWorks } from '@/components/start/how-it-works';
import { Privacy } from '@/components/start/privacy';
import { StartDesk } from '@/components/start/start-desk';
import { WhatItKnows } from '@/components/start/what-it-knows';

export default function StartPage() {
  return (
    <PageShell>
      <main id="main">
        <div className="mx-auto max-w-[50rem] px-4 pt-[clamp(2.5rem,9vh,6.5rem)] pb-16 mid:px-6">
          <h1 className="text-display">Why was I denied?</h1>
          <p className="mt-2 mb-6 max-w-prose text-lead text-text-muted">
            Paste what AWS said, then your policies: the statement that denied you lights up, or you see why nothing
            allowed the call.
          </p>
          <StartDesk />
        </div>
        <HowItWorks />
        <WhatItKnows />
        <Privacy />
      </main>
    </PageShell>
  );
}
