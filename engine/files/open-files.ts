import { RecordError } from '#src/api/record-error.ts';
import { createHandler, type Handler } from '../requests/answer-requests.ts';
import { fetchEdition } from './fetch-edition.ts';

/**
 * A backend in the page on a record that lies in files: reads them, checks them whole, and answers from them.
 * Throws {@link RecordError} with everything that is wrong with them.
 * @param folder an absolute address that ends with a slash
 * @param baseUrl where the contract's paths begin; absolute, without a trailing slash
 */
export async function openFiles(folder: string, baseUrl: string): Promise<Handler> {
  const { record, errors } = await fetchEdition(new URL(folder));
  if (record === null) throw new RecordError(folder, errors);
  return createHandler(record, { baseUrl });
}
