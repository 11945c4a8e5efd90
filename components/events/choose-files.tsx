'use client';

import { FileUp, FolderUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, type ButtonLook } from '@/components/ui/button';
import { chosenFiles } from './dropped-files';
import { useEvents } from './events-store';

const ACCEPT = '.json,.gz,.jsonl,.ndjson,.csv,.tsv,.log,.txt';

/** The two buttons that open a dialog: for files, and for a folder. */
export function ChooseFiles({ look }: { readonly look: ButtonLook }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // React knows no such attribute.
    folder.current?.setAttribute('webkitdirectory', '');
  }, []);
  const onChange = (input: HTMLInputElement) => {
    const chosen = chosenFiles(input.files);
    // The same files can be chosen again.
    input.value = '';
    useEvents.getState().read(chosen);
  };
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={ACCEPT}
        onChange={(event) => onChange(event.currentTarget)}
      />
      <input ref={folder} type="file" multiple hidden onChange={(event) => onChange(event.currentTarget)} />
      <Button look={look} icon={<FileUp aria-hidden className="size-4" />} onClick={() => files.current?.click()}>
        Choose files
      </Button>
      <Button icon={<FolderUp aria-hidden className="size-4" />} onClick={() => folder.current?.click()}>
        Choose a folder
      </Button>
    </>
  );
}
