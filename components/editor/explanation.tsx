import { Button } from '@/components/ui/button';
import { CodeText, Name } from '@/components/ui/code-text';
import { Disclosure } from '@/components/ui/disclosure';
import type { CodeAction } from '@/lib/language/code-actions';
import type { Expansion } from '@/lib/language/expand';
import { plural } from '@/lib/text/wording';
import type { ExplainedPlace } from './explained-place';
import { SEVERITY_WORDS } from './severity-words';

interface ExplanationProps {
  readonly place: ExplainedPlace;
  readonly readOnly: boolean;
  readonly onApply: (action: CodeAction) => void;
}

/** What is under the caret, in full: what is wrong there, what can be done, and what it means. */
export function Explanation({ place: { hover, findings, expansion, actions }, readOnly, onApply }: ExplanationProps) {
  if (!hover && findings.length === 0) {
    return (
      <p className="text-text-muted">Put the caret on an action, a key or any other word to read what it means.</p>
    );
  }
  return (
    <div className="flex flex-col gap-2.5">
      {hover && (
        <p className="font-strong">
          <code>
            <Name>{hover.title}</Name>
          </code>
        </p>
      )}
      {findings.map(({ check, severity, message, range }) => (
        <p key={`${check} ${range.start}`}>
          <span className="font-strong">{SEVERITY_WORDS[severity]}:</span> <CodeText>{message}</CodeText>
        </p>
      ))}
      {!readOnly && actions.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {actions.map((action) => (
            <Button key={action.title} size="small" className="pe-action" onClick={() => onApply(action)}>
              <span className="min-w-0 truncate">
                <CodeText>{action.title}</CodeText>
              </span>
            </Button>
          ))}
        </div>
      )}
      {hover?.sections.map(({ heading, lines }) => (
        <div key={heading ?? ''}>
          {heading && <p className="font-strong text-text-muted">{heading}</p>}
          {lines.map((line) => (
            <p key={line}>
              <CodeText>{line}</CodeText>
            </p>
          ))}
        </div>
      ))}
      {expansion && <Covered expansion={expansion} />}
    </div>
  );
}

/** Every action that a pattern covers. */
function Covered({ expansion: { actions } }: { readonly expansion: Expansion }) {
  return (
    <Disclosure summary={`All ${plural(actions.length, 'action', 'actions')}`}>
      <ul className="columns-[14rem] gap-4">
        {actions.map(({ service, name, levels }) => (
          <li key={name} className="break-inside-avoid">
            <code>{`${service}:${name}`}</code> <span className="text-text-muted">{levels.join(', ')}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
