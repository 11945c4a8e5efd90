'use client';

import { useMemo, useState } from 'react';
import type { RevealRange } from '@/components/editor/policy-editor-props';
import { classes } from '@/components/ui/classes';
import type { VerdictActions } from '@/components/verdict/verdict-actions';
import { VerdictBar } from '@/components/verdict/verdict-bar';
import { VerdictPanel } from '@/components/verdict/verdict-panel';
import { useVerdict } from '@/components/workspace/use-verdict';
import type { Unknown } from '@/lib/evaluation/verdict';
import { CheckLinks } from './check-links';
import { EmptyCheck } from './empty-check';
import { PolicyPart } from './policy-part';
import { checkDocument, EXAMPLE_CHECK } from './quick-check';
import { RequestPart } from './request-part';
import { useCheck } from './use-check';

// INVARIANT: the editor takes a jump's number for one it has made already where they are equal; the wizard counts upwards.
let jumps = 0;

/** One policy, one request, the verdict beside them. */
export function CheckPage() {
  const state = useCheck();
  const { check, addKey, change } = state;
  const [reveal, setReveal] = useState<RevealRange>();
  const document = useMemo(() => checkDocument(check), [check]);
  const verdict = useVerdict(document);
  const begun = check.text.trim() !== '';

  const actions: VerdictActions = {
    jump: (policyIndex, range) => {
      if (policyIndex === 0) setReveal({ start: 0, end: 0, ...range, token: --jumps });
    },
    answer: (unknown) => answer(unknown, addKey),
  };

  return (
    <main id="main" className="mx-auto w-full max-w-page flex-1 px-4 pt-6 pb-28 mid:px-6 mid:pb-12">
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-lead">Quick check</h1>
          <p className="text-text-muted">Does this policy let this request through?</p>
        </div>
        {begun && <CheckLinks document={document} />}
      </div>
      <div className="grid gap-x-10 gap-y-6 wide:grid-cols-[minmax(0,1fr)_26rem] wide:grid-rows-[auto_1fr]">
        <RequestPart state={state} />
        <div className={classes('wide:row-span-2 wide:border-line wide:border-l wide:pl-8', begun && 'max-mid:hidden')}>
          <div className="wide:sticky wide:top-20">
            {begun ? (
              <VerdictPanel state={verdict} actions={actions} />
            ) : (
              <EmptyCheck onExample={() => change(EXAMPLE_CHECK)} />
            )}
          </div>
        </div>
        <div>
          <PolicyPart state={state} document={document} marks={verdict.diagnosis?.marks[0] ?? []} reveal={reveal} />
          <p className="mt-3 max-w-prose text-small text-text-muted">
            Policies that are not here count as not there; condition keys that are not stated count as unknown.
          </p>
        </div>
      </div>
      {begun && <VerdictBar state={verdict} actions={actions} />}
    </main>
  );
}

/** Puts the caret where a missing fact is stated. */
function answer(unknown: Unknown, addKey: (key: string) => void): void {
  if (unknown.kind === 'contextKey') addKey(unknown.key);
  if (unknown.kind === 'request') {
    window.document.querySelector<HTMLInputElement>(`[data-check-field="${unknown.field}"]`)?.focus();
  }
}
