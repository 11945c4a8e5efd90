import { useEffect, useState } from 'react';
import { isField } from '@/components/ui/is-field';
import { droppedFiles } from './dropped-files';
import { useEvents } from './events-store';

/** Takes files dropped anywhere on the page, and a query's result pasted where no field has the focus. Whether something is dragged. */
export function useArrivals(): boolean {
  const [isDragging, setIsDragging] = useState(false);
  useEffect(() => {
    const { read, refuse } = useEvents.getState();
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without this the browser would open the file instead of the page.
      event.preventDefault();
      setIsDragging(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsDragging(false);
    };
    const onDrop = (event: DragEvent) => {
      setIsDragging(false);
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      droppedFiles(event.dataTransfer).then(read, () => refuse(UNREADABLE));
    };
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isField(event.target) || text.trim() === '') return;
      event.preventDefault();
      read([{ path: 'the pasted text', file: new File([text], 'pasted') }]);
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, []);
  return isDragging;
}

const UNREADABLE =
  'The browser could not read what was dropped. Choose the files or the folder with the buttons instead.';
