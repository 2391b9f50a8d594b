import type { Api } from '#src/api/client.ts';
import { fetchWholeRecord } from '#src/api/whole-record.ts';
import { toDataPackage } from '#src/lib/data-package/data-package.ts';
import { zipFiles } from '#src/lib/data-package/zip-files.ts';
import { saveFile } from '#src/lib/save-file.ts';

/** Fetches the whole record and hands it over as one zip. */
export async function packRecord(api: Api, isShippedData: boolean): Promise<void> {
  const record = await fetchWholeRecord(api);
  const address = new URL(import.meta.env.BASE_URL, window.location.origin).href;
  const files = toDataPackage(record, { address, isShippedData });
  const { id, dataVersion } = record.mechanism;
  saveFile(`${id}-${dataVersion}.zip`, 'application/zip', zipFiles(files));
}
