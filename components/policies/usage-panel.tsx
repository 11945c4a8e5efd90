'use client';

import { useMemo } from 'react';
import { CodeText } from '@/components/ui/code-text';
import { Disclosure } from '@/components/ui/disclosure';
import { useWorkspace } from '@/components/workspace/store';
import { type UnusedStatement, usageOf } from '@/lib/diagnosis/usage';
import type { ServiceAccess } from '@/lib/evidence/forms/last-accessed';
import { code } from '@/lib/text/wording';

/** What pasted last-accessed information says of the policies of this step: a note beside the verdict, never a reason for it. */
export function UsagePanel() {
  const document = useWorkspace((state) => state.document);
  const usage = useMemo(() => usageOf(document), [document]);
  if (usage === undefined) return null;
  const { services, unused } = usage;
  return (
    <section aria-label="Last used" className="mt-7">
      <h3 className="font-strong text-base">Which permissions are used</h3>
      <p className="mt-1 max-w-prose text-text-muted">
        From the last-accessed information that you pasted. Attempts count, denied ones too; it says nothing about why
        this request was denied.
      </p>
      {unused.length > 0 && (
        <>
          <p className="mt-2">Nothing that these statements allow was used in the tracking period:</p>
          <ul className="mt-1 list-disc space-y-1 pl-5">
            {unused.map((statement) => (
              <li key={`${statement.policyIndex}.${statement.index}`}>
                <CodeText>{sayStatement(statement)}</CodeText>
              </li>
            ))}
          </ul>
        </>
      )}
      <Disclosure className="mt-2" open={services.length <= 8} summary={`Services (${services.length})`}>
        <ul className="space-y-1">
          {services.map((service) => (
            <li key={service.service}>
              <CodeText>{sayService(service)}</CodeText>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}

function sayStatement({ policy, index, sid }: UnusedStatement): string {
  return `Statement ${index + 1} of ${code(policy)}${sid === undefined ? '' : ` (${code(sid)})`}`;
}

function sayService({ name, service, lastUsed, actions }: ServiceAccess): string {
  const used = lastUsed === undefined ? 'not used in the tracking period' : `last used on ${lastUsed}`;
  const unused = actions.filter((action) => action.lastUsed === undefined).length;
  const tracked = actions.length === 0 ? '' : `; of ${actions.length} actions that AWS tracks, ${unused} unused`;
  return `${name} (${code(service)}): ${used}${tracked}`;
}
