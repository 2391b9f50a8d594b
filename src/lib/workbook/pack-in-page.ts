import { zipSync } from 'fflate';

/** What `write-excel-file` takes from `fflate` in the built app, without the workers that the page's policy forbids (vite/replaced-parts.ts). */
export { strToU8, zipSync } from 'fflate';

/** Packs files into one archive, at once; what goes wrong is thrown, which the caller's promise takes as it would take an error. */
export const zip = (
  files: Record<string, Uint8Array>,
  done: (error: null, archive: Uint8Array) => void,
): void => done(null, zipSync(files));
