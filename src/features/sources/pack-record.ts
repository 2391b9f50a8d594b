import type { Api } from '#src/api/client.ts';
import { fetchWholeRecord } from '#src/api/whole-record.ts';
import { loadFileWords } from '#src/i18n/load-file-words.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { workbookGuide } from '#src/i18n/workbook-guide.ts';
import { toDataPackage } from '#src/lib/data-package/data-package.ts';
import { zipFiles } from '#src/lib/data-package/zip-files.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { recordSheets } from '#src/lib/workbook/record-sheets.ts';
import { WORKBOOK_TYPE, writeSheets } from '#src/lib/workbook/write-sheets.ts';

/** Fetches the whole record and hands it over as one zip. */
export async function packRecord(api: Api, isShippedData: boolean): Promise<void> {
  const record = await fetchWholeRecord(api);
  const address = new URL(import.meta.env.BASE_URL, window.location.origin).href;
  const files = toDataPackage(record, { address, isShippedData });
  const { id, dataVersion } = record.mechanism;
  saveFile(`${id}-${dataVersion}.zip`, 'application/zip', zipFiles(files));
}

/** Fetches the whole record and hands it over as a workbook, explained in the reader's language. */
export async function packWorkbook(api: Api, i18n: Translator): Promise<void> {
  const [record, words] = await Promise.all([fetchWholeRecord(api), loadFileWords(i18n.language)]);
  const workbook = await writeSheets(recordSheets(record, workbookGuide(i18n.with(words))));
  const { id, dataVersion } = record.mechanism;
  saveFile(`${id}-${dataVersion}.xlsx`, WORKBOOK_TYPE, workbook);
}
