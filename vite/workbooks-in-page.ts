import path from 'node:path';

import type { Plugin } from 'vite';

/**
 * `write-excel-file` has a large sheet packed in a worker that it makes out of text, which the page's policy forbids
 * (`worker-src`, Trusted Types): such a workbook never came. Its packing is done by our own file.
 */
export const workbooksInPage = (): Plugin => ({
  name: 'communique-workbooks-in-page',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'fflate' && importer?.includes('/write-excel-file/') === true
      ? path.resolve(import.meta.dirname, '../src/lib/workbook/pack-in-page.ts')
      : null,
});
