import { RecordError } from '#src/api/record-error.ts';
import { today } from '#src/lib/clock.ts';
import { toDataVersion } from '../record/data-version.ts';
import { toRecordContent } from '../edition/to-record.ts';
import { createHandler, type Handler } from '../requests/answer-requests.ts';
import { fetchEdition } from './fetch-edition.ts';

/**
 * A backend in the page on a record that lies in files: reads them, checks them whole, and answers from them.
 * Throws {@link RecordError} with everything that is wrong with them.
 * @param folder an absolute address that ends with a slash
 * @param baseUrl where the contract's paths begin; absolute, without a trailing slash
 */
export async function openFiles(folder: string, baseUrl: string): Promise<Handler> {
  const { read, modified } = await fetchEdition(new URL(folder));
  if (read.edition === null) throw new RecordError(folder, read.errors);
  const content = toRecordContent(read.edition);
  const dataVersion = await toDataVersion(content);
  const dataDate = modified?.toISOString().slice(0, 10) ?? today();
  return createHandler(
    { ...content, mechanism: { ...content.mechanism, dataVersion, dataDate } },
    { baseUrl },
  );
}
