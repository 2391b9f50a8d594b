import { strToU8, zipSync } from 'fflate';

/** The earliest time that a zip can state: equal content gives equal bytes, whenever it was packed. */
const NO_TIME = '1980-01-01T00:00:00';

/** Packs texts into one zip, by their paths. In the page itself: the library's workers are scripts that the policy refuses. */
export function zipFiles(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const content = Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)]));
  return new Uint8Array(zipSync(content, { mtime: NO_TIME }));
}
