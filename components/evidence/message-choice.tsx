'use client';

import { useId, useState } from 'react';
import { CodeText } from '@/components/ui/code-text';
import { FoldedList } from '@/components/ui/folded-list';
import { useWizard } from '@/components/wizard/wizard-context';
import { isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import { type ListedMessage, MOST_MESSAGES } from '@/lib/diagnosis/messages';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { sayReason, sayTime } from '@/lib/explanation/message-words';
import { code, plural } from '@/lib/text/wording';

/** Where the texts report several things: which one the diagnosis is about. */
export function MessageChoice() {
  const { diagnosis, about } = useWizard();
  const document = useWorkspace((state) => state.document);
  const name = useId();
  // A click shows at once; the diagnosis that confirms it comes a moment later.
  const [picked, setPicked] = useState<{ readonly text: string; readonly document: DiagnosisDocument }>();
  const awaited = document !== about && document === picked?.document ? picked.text : undefined;
  const messages = diagnosis?.messages ?? [];
  if (messages.length < 2) return null;
  const denials = messages.filter(({ report }) => report.isAccessDenied);
  const others = messages.filter(({ report }) => !report.isAccessDenied);
  return (
    <div className="space-y-4">
      {denials.length > 0 && (
        <fieldset className="min-w-0">
          <legend className="mb-1.5 font-strong text-base">
            {denials.length === 1 ? 'One denial is reported here' : `${denials.length} denials: which one is meant?`}
          </legend>
          <FoldedList
            items={denials}
            keyOf={(_, place) => `${place}`}
            draw={(message) => (
              <DenialRow
                name={name}
                message={message}
                checked={awaited === undefined ? message.isChosen : awaited === message.text}
                onPick={() => {
                  useWorkspace.getState().chooseMessage(message);
                  setPicked({ text: message.text, document: useWorkspace.getState().document });
                }}
              />
            )}
            className="divide-y divide-line rounded-panel border border-line"
          />
        </fieldset>
      )}
      {messages.length >= MOST_MESSAGES && (
        <p className="max-w-prose text-small text-text-muted">
          Only the first {MOST_MESSAGES} are listed. The page Events groups the denials of whole files.
        </p>
      )}
      {others.length > 0 && (
        <section aria-labelledby={`${name}-others`}>
          <h3 id={`${name}-others`} className="font-strong text-base">
            No denials by policies
          </h3>
          <FoldedList
            items={others}
            keyOf={(_, place) => `${place}`}
            draw={(message) => <OtherRow message={message} />}
            className="mt-1 space-y-1.5"
          />
        </section>
      )}
    </div>
  );
}

interface DenialRowProps {
  readonly name: string;
  readonly message: ListedMessage;
  readonly checked: boolean;
  readonly onPick: () => void;
}

function DenialRow({ name, message, checked, onPick }: DenialRowProps) {
  const readOnly = useWorkspace(isReadOnly);
  const { principal, action, impliedAction, operation, resource } = message.report;
  return (
    <label className="relative flex cursor-pointer items-start gap-2.5 px-3 py-2.5 has-checked:bg-surface-sunken has-disabled:cursor-default has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        name={name}
        checked={checked}
        disabled={readOnly}
        onChange={onPick}
        className="target mt-[0.3em] size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0">
        <span className="block font-strong">
          <CodeText>{code(action ?? impliedAction ?? operation ?? 'An action that is not named')}</CodeText>
        </span>
        {principal && (
          <span className="block text-small">
            by <CodeText>{code(principal)}</CodeText>
          </span>
        )}
        {resource && (
          <span className="block text-small">
            on <CodeText>{code(resource)}</CodeText>
          </span>
        )}
        <span className="block text-small text-text-muted">
          <CodeText>{[sayReason(message.report), ...asides(message)].join(' ')}</CodeText>
        </span>
      </span>
    </label>
  );
}

function OtherRow({ message }: { readonly message: ListedMessage }) {
  const { code: failure, operation } = message.report;
  const names = [failure, operation].filter((one) => one !== undefined).map(code);
  return (
    <p className="max-w-prose text-small">
      <CodeText>
        {[...(names.length > 0 ? [`${names.join(', ')}:`] : []), sayReason(message.report), ...asides(message)].join(
          ' ',
        )}
      </CodeText>
    </p>
  );
}

/** What tells it from others: values of keys, the time, how often. */
function asides({ report, apart, times }: ListedMessage): readonly string[] {
  const keys = apart.map((key) => `${code(key)} ${code(String(report.context?.[key]))}.`);
  const time = sayTime(report);
  const often = times > 1 ? [`${plural(times, 'time', 'times')} in the text${time ? ', first' : ''}`] : [];
  const when = [...often, ...(time ? [time] : [])].join(' ');
  return [...keys, ...(when === '' ? [] : [`${when}.`])];
}
