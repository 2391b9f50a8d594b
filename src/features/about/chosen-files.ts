import type { ChosenFile } from '#src/api/opened-record.ts';

/** One more than are taken of a folder, so that it is refused instead of being read in part. */
const MOST_FILES = 1001;

/** Files of an input; of a folder under their paths in it. */
export const chosenFiles = (files: Iterable<File>): ChosenFile[] =>
  Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file })).slice(
    0,
    MOST_FILES,
  );

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** All entries of a folder, which the browser hands out in parts. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0 || all.length > MOST_FILES) return all;
    all.push(...some);
  }
}

async function filesBelow(entry: FileSystemEntry): Promise<ChosenFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) return [{ path, file: await fileOf(entry as FileSystemFileEntry) }];
  const entries = await entriesOf(entry as FileSystemDirectoryEntry);
  const found = await Promise.all(entries.map(filesBelow));
  return found.flat().slice(0, MOST_FILES);
}

/** What was dropped, folders with all that is in them. To be called while the event is handled, not later. */
export function droppedFiles({ items, files }: DataTransfer): Promise<ChosenFile[]> {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter(
    (entry) => entry !== null,
  );
  if (entries.length === 0) return Promise.resolve(chosenFiles(files));
  return Promise.all(entries.map(filesBelow)).then((found) => found.flat().slice(0, MOST_FILES));
}
