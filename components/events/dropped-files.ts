import { isTrailFile } from '@/lib/cloudtrail/file-names';
import type { ChosenFile } from './read-files';

// The files behind a drop or a choice: chosen files as they are, of a folder those that can be CloudTrail's.

/** Files chosen in a dialog; those of a folder carry their path in it. */
export function chosenFiles(list: FileList | null): readonly ChosenFile[] {
  return [...(list ?? [])].flatMap((file) => {
    const path = file.webkitRelativePath;
    if (path === '') return [{ path: file.name, file }];
    return isTrailFile(path) ? [{ path, file }] : [];
  });
}

/** Files and folders that were dropped. Has to be called before the event is over, which empties its list. */
export async function droppedFiles(data: DataTransfer): Promise<readonly ChosenFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...data.files].map((file) => ({ path: file.name, file }));
  const found = await Promise.all(entries.map((entry) => filesOf(entry, true)));
  return found.flat().sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function filesOf(entry: FileSystemEntry, isChosen: boolean): Promise<readonly ChosenFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) {
    if (!isChosen && !isTrailFile(path)) return [];
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path, file }];
  }
  if (!isFolder(entry)) return [];
  const found: ChosenFile[] = [];
  // One after the other: a folder may hold tens of thousands.
  for (const inner of await entriesOf(entry)) for (const file of await filesOf(inner, false)) found.push(file);
  return found;
}

/** A folder is listed in parts, until a part is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return entries;
    for (const entry of part) entries.push(entry);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
