import { RecordError } from '#src/api/record-error.ts';
import { createHandler, type Handler } from '../requests/answer-requests.ts';
import { fetchRecord } from './fetch-record.ts';

/**
 * A backend in the page on a record that lies in files: reads them, checks them whole, and answers from them.
 * Throws {@link RecordError} with everything that is wrong with them.
 * @param given what the configuration names, absolute and with a slash at its end: a folder, or a zip or a workbook
 * @param baseUrl where the contract's paths begin; absolute, without a trailing slash
 */
export async function openFiles(given: string, baseUrl: string): Promise<Handler> {
  const address = given.replace(/(?<=\.(?:zip|xlsx))\/$/i, '');
  const { record, errors } = await fetchRecord(new URL(address));
  if (record === null) throw new RecordError(address, errors);
  return createHandler(record, { baseUrl });
}
