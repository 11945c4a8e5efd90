'use client';

import { Download, Ellipsis, FolderOpen, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { PLACES } from '@/components/shell/places';
import { readTextFile } from '@/components/shell/read-file';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { useWorkspace } from '@/components/workspace/store';
import { session } from '@/components/workspace/use-session';
import { saveFile } from './save-file';

const ICON = 'size-4 shrink-0 text-text-muted';

/** Export, import, a new diagnosis; and the other pages, which have no room in this page's header. */
export function ShareMenu() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const open = async (file: File) => {
    const read = await readTextFile(file);
    if ('text' in read) session().importText(read.text);
    else useWorkspace.getState().tell({ kind: 'import', severity: 'error', message: read.refused, problems: [] });
  };
  const items: readonly MenuItem[] = [
    {
      id: 'export',
      label: 'Export as a file',
      icon: <Download aria-hidden className={ICON} />,
      onSelect: () => saveFile(useWorkspace.getState().document),
    },
    {
      id: 'import',
      label: 'Import a file…',
      icon: <FolderOpen aria-hidden className={ICON} />,
      onSelect: () => input.current?.click(),
    },
    {
      id: 'new',
      label: 'New diagnosis',
      icon: <Plus aria-hidden className={ICON} />,
      onSelect: () => session().startNew(),
    },
    ...PLACES.filter((place) => place.label !== 'Diagnose').map((place, index) => ({
      id: place.href,
      label: place.label,
      separated: index === 0,
      onSelect: () => router.push(place.href),
    })),
  ];
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json,text/plain"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void open(file);
        }}
      />
      <Menu items={items} trigger={<IconButton label="More" icon={<Ellipsis aria-hidden className="size-4" />} />} />
    </>
  );
}
