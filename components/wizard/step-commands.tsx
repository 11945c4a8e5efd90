import type { ReactNode } from 'react';
import { CodeText } from '@/components/ui/code-text';
import { CommandWords } from '@/components/ui/command-words';
import { CopyButton } from '@/components/ui/copy-button';
import { Disclosure } from '@/components/ui/disclosure';
import type { Command } from '@/lib/guidance/step';

const SHOWN = 2;

interface StepCommandsProps {
  readonly commands: readonly Command[];
  /** What prints more than this step asks for, before the commands. */
  readonly children?: ReactNode;
}

/** The commands that print what the step asks for, with the person's own names in them. */
export function StepCommands({ commands: offered, children }: StepCommandsProps) {
  if (offered.length === 0) return null;
  // Two policy types of one step may be printed by the same command.
  const commands = [...new Map(offered.map((command) => [command.text, command])).values()];
  const more = commands.slice(SHOWN);
  return (
    <div className="mt-7">
      <h3 className="font-strong text-base">How to get it</h3>
      {children}
      {children && <p className="mt-4 text-small text-text-muted">Or one command after the other:</p>}
      <ul className="mt-3 space-y-3">
        {commands.slice(0, SHOWN).map((command) => (
          <CommandLine key={command.text} command={command} />
        ))}
      </ul>
      {more.length > 0 && (
        <Disclosure className="mt-2" summary={more.length === 1 ? 'One more command' : `${more.length} more commands`}>
          <ul className="space-y-3">
            {more.map((command) => (
              <CommandLine key={command.text} command={command} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function CommandLine({ command }: { readonly command: Command }) {
  return (
    <li>
      <p className="text-small text-text-muted">
        <CodeText>{command.purpose}</CodeText>
      </p>
      <div className="mt-1 flex items-start gap-1 rounded-control bg-surface-sunken py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 py-1 leading-relaxed">
          <CommandWords>{command.text}</CommandWords>
        </code>
        <CopyButton iconOnly text={command.text} label={`Copy: ${command.purpose.replaceAll('`', '')}`} />
      </div>
    </li>
  );
}
