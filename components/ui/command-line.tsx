import { CommandWords } from './command-words';
import { CopyButton } from './copy-button';

interface CommandLineProps {
  readonly command: string;
  /** What it prints, for the button that copies it. */
  readonly purpose: string;
  /** One line, cut with an ellipsis; otherwise as many lines as it takes. */
  readonly oneLine?: boolean;
}

/** A command to be copied. */
export function CommandLine({ command, purpose, oneLine }: CommandLineProps) {
  return (
    <div className="flex items-start gap-1 rounded-control bg-surface-sunken py-1 pr-1 pl-3">
      <code
        title={oneLine ? command : undefined}
        className={`min-w-0 flex-1 py-1 leading-relaxed ${oneLine ? 'block truncate' : ''}`}
      >
        {oneLine ? command : <CommandWords>{command}</CommandWords>}
      </code>
      <CopyButton iconOnly text={command} label={`Copy: ${purpose.replaceAll('`', '')}`} />
    </div>
  );
}
