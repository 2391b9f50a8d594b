import { zipSync } from 'fflate';

/** What `write-excel-file` takes from `fflate` in the built app, without the workers that the page's policy forbids (vite/workbooks-in-page.ts). */
export { strToU8, zipSync } from 'fflate';

/** Packs files into one archive, at once. */
export function zip(
  files: Record<string, Uint8Array>,
  done: (error: unknown, archive: Uint8Array | null) => void,
): void {
  try {
    done(null, zipSync(files));
  } catch (error) {
    done(error, null);
  }
}
