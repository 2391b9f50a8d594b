import path from 'node:path';

import type { Plugin } from 'vite';

interface ReplacedPart {
  /** The package whose own import is answered by our file. */
  package: string;
  /** How the import ends, as the package writes it. */
  part: string;
  ours: string;
}

const REPLACED: readonly ReplacedPart[] = [
  // It has a large sheet packed in a worker that it makes out of text, which the page's policy forbids (`worker-src`,
  // Trusted Types): such a workbook never came.
  { package: 'write-excel-file', part: 'fflate', ours: 'src/lib/workbook/pack-in-page.ts' },
  // It makes a list of its media query for each bar of each drawing; Chromium keeps what it found for every one of them.
  { package: 'recharts', part: '/usePrefersReducedMotion', ours: 'src/ui/use-media.ts' },
];

/** Parts of libraries that would harm the page, answered by files of our own. */
export const replacedParts = (): Plugin => ({
  name: 'communique-replaced-parts',
  enforce: 'pre',
  resolveId(source, importer) {
    const found = REPLACED.find(
      (each) => source.endsWith(each.part) && importer?.includes(`/${each.package}/`) === true,
    );
    return found === undefined ? null : path.resolve(import.meta.dirname, '..', found.ours);
  },
});
