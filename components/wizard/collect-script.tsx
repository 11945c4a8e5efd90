'use client';

import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { saveText } from '@/components/share/save-text';
import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import { CommandWords } from '@/components/ui/command-words';
import { CopyButton } from '@/components/ui/copy-button';
import { Disclosure } from '@/components/ui/disclosure';
import { type CollectCall, type Collection, collectionFor } from '@/lib/guidance/collect/collect';
import { commandFacts } from '@/lib/guidance/command-facts';
import { code, listOf, plural } from '@/lib/text/wording';
import { useWizard } from './wizard-context';

/** The id of the script's heading. */
export const COLLECT_HEADING = 'collect-heading';

const FILE = 'whydenied-collect.sh';

/** One script in place of all commands: it prints what decides this request, and its output fills the steps. */
export function CollectScript() {
  const { diagnosis, about } = useWizard();
  const collection = useMemo(() => diagnosis && collectionFor(commandFacts(about, diagnosis)), [diagnosis, about]);
  if (collection?.kind !== 'script') return null;
  return <Offer {...collection} />;
}

function Offer({ file, command, calls, leftOut }: Extract<Collection, { readonly kind: 'script' }>) {
  return (
    <section aria-labelledby={COLLECT_HEADING} className="mt-2 rounded-panel border border-line px-4 py-3">
      <h4 id={COLLECT_HEADING} tabIndex={-1} className="rounded-control font-strong outline-offset-4">
        One paste for all
      </h4>
      <p className="mt-1 max-w-prose">
        This script reads with the AWS CLI what decides this request and prints it as one text. Run it in CloudShell or
        a terminal of yours, then paste its output anywhere on this page: it fills the steps.
      </p>
      <p className="mt-1 max-w-prose text-small text-text-muted">
        It only reads. It changes nothing in AWS, writes no file and prints no credentials. Any credentials of the
        caller’s account will do that may read IAM. What they may not read is said, and the rest counts.
      </p>
      <div className="mt-2.5 flex flex-wrap gap-2">
        <CopyButton text={command} label="Copy the script" />
        <Button
          size="small"
          icon={<Download aria-hidden className="size-4" />}
          onClick={() => saveText(FILE, file, 'text/x-shellscript')}
        >
          Download
        </Button>
      </div>
      {leftOut.length > 0 && (
        <ul className="mt-2.5 max-w-prose space-y-1 text-small text-text-muted">
          {leftOut.map((sentence) => (
            <li key={sentence}>
              <CodeText>{`Not collected: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`}</CodeText>
            </li>
          ))}
        </ul>
      )}
      <Disclosure
        className="mt-2 text-small"
        summary={`What it asks AWS: ${plural(calls.length, 'kind of call', 'kinds of calls')}`}
      >
        <Calls calls={calls} />
      </Disclosure>
      <Disclosure className="text-small" summary="Read the script">
        <pre className="wrap-anywhere whitespace-pre-wrap rounded-control bg-surface-sunken p-3 leading-relaxed">
          {file}
        </pre>
      </Disclosure>
    </section>
  );
}

function Calls({ calls }: { readonly calls: readonly CollectCall[] }) {
  const permissions = [
    ...new Set(calls.flatMap(({ permission }) => (permission === undefined ? [] : [code(permission)]))),
  ];
  return (
    <>
      <ul className="space-y-0.5">
        {calls.map(({ command }) => (
          <li key={command}>
            <code>
              <CommandWords>{command}</CommandWords>
            </code>
          </li>
        ))}
      </ul>
      <p className="mt-2 max-w-prose text-text-muted">
        <CodeText>
          {`It needs these permissions: ${listOf(permissions, 'and')}. SCPs and RCPs can be read only from the organization’s management account or a delegated administrator’s.`}
        </CodeText>
      </p>
    </>
  );
}
