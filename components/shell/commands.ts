import type { Route } from 'next';
import { copyLink } from '@/components/share/make-link';
import { saveFile } from '@/components/share/save-file';
import { chooseTheme } from '@/components/ui/theme';
import { useWorkspace } from '@/components/workspace/store';
import { session } from '@/components/workspace/use-session';
import { STEP_IDS, type StepId } from '@/lib/guidance/step';
import { STEP_TEXTS } from '@/lib/guidance/step-texts';
import { PLACES } from './places';
import { redo, undo } from './undo';

interface Command {
  readonly label: string;
  /** The keys that do the same. */
  readonly key?: string;
  readonly run: () => void;
}

interface CommandGroup {
  readonly heading: string;
  readonly commands: readonly Command[];
}

interface Ways {
  readonly openStep: (id: StepId) => void;
  readonly openPage: (href: Route) => void;
}

/** What the command list offers, by subject. */
export function commandsOf({ openStep, openPage }: Ways): readonly CommandGroup[] {
  const received = useWorkspace.getState().origin.kind === 'received';
  return [
    {
      heading: 'Go to a step',
      commands: STEP_IDS.map((id, place) => ({
        label: `${place + 1} ${STEP_TEXTS[id].title}`,
        run: () => openStep(id),
      })),
    },
    {
      heading: 'This diagnosis',
      commands: [
        ...(received ? [{ label: 'Make it mine', run: () => session().makeItMine() }] : []),
        { label: 'Copy link', run: () => void copyLink() },
        { label: 'Export as a file', run: () => saveFile(useWorkspace.getState().document) },
        { label: 'New diagnosis', run: () => session().startNew() },
        { label: 'Undo', key: 'Ctrl Z', run: undo },
        { label: 'Redo', key: 'Ctrl Y', run: redo },
      ],
    },
    {
      heading: 'Pages',
      commands: PLACES.map((place) => ({ label: `Open ${place.label}`, run: () => openPage(place.href) })),
    },
    {
      heading: 'Theme',
      commands: [
        { label: 'Light theme', run: () => chooseTheme('light') },
        { label: 'Dark theme', run: () => chooseTheme('dark') },
        { label: 'Theme as the system', run: () => chooseTheme('system') },
      ],
    },
  ];
}
