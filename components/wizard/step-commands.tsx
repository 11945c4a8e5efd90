import type { ReactNode } from 'react';
import { CodeText } from '@/components/ui/code-text';
import { CommandLine } from '@/components/ui/command-line';
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
          <CommandItem key={command.text} command={command} />
        ))}
      </ul>
      {more.length > 0 && (
        <Disclosure className="mt-2" summary={more.length === 1 ? 'One more command' : `${more.length} more commands`}>
          <ul className="space-y-3">
            {more.map((command) => (
              <CommandItem key={command.text} command={command} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function CommandItem({ command: { purpose, text } }: { readonly command: Command }) {
  return (
    <li>
      <p className="mb-1 text-small text-text-muted">
        <CodeText>{purpose}</CodeText>
      </p>
      <CommandLine command={text} purpose={purpose} />
    </li>
  );
}
