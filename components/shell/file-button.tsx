'use client';

import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button, type ButtonLook, type ButtonSize } from '@/components/ui/button';
import { readTextFile } from './read-file';

interface FileButtonProps {
  readonly label: string;
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  readonly onText: (text: string, fileName: string) => void;
  /** A sentence: why the file cannot be read. */
  readonly onRefused: (sentence: string) => void;
}

/** Chooses a file and reads it as text. */
export function FileButton({ label, look = 'secondary', size = 'small', onText, onRefused }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File) => {
    const result = await readTextFile(file);
    if ('text' in result) onText(result.text, file.name);
    else onRefused(result.refused);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          if (file) void read(file);
        }}
      />
      <Button
        look={look}
        size={size}
        className={look === 'quiet' ? 'font-normal!' : undefined}
        icon={<FileUp aria-hidden className="size-4" />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}
