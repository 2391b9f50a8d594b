import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { parse } from 'yaml';

import { createHandler } from './mock-handler.ts';
import { readRecord } from './read-record.ts';

export const CONTRACT_FOLDER = path.join(import.meta.dirname, '../public');
const BASE = 'http://example.test/api/v1';

type Example = { summary: string; externalValue: string };
type Document = {
  paths: Record<
    string,
    { get: { responses: { '200': { content: Record<string, { examples: object }> } } } }
  >;
};

/**
 * Every example file that the contract's document names, by its path beside the document, as the demonstration answers the
 * request in the example's summary (`GET /meetings/28`).
 */
export async function answerExamples(): Promise<ReadonlyMap<string, string>> {
  const handler = createHandler(await readRecord(), { baseUrl: BASE });
  const text = await readFile(path.join(CONTRACT_FOLDER, 'openapi.yaml'), 'utf8');
  const examples = Object.values((parse(text) as Document).paths).flatMap(({ get }) =>
    Object.values(get.responses['200'].content).flatMap(
      (content) => Object.values(content.examples) as Example[],
    ),
  );
  const files = examples.map(async ({ summary, externalValue }): Promise<[string, string]> => {
    const response = await handler(new Request(BASE + summary.replace(/^GET /, '')));
    if (response.status !== 200) throw new Error(`${summary}: ${response.status}`);
    const body = await response.text();
    const isData = response.headers.get('content-type') === 'application/json';
    return [externalValue, isData ? `${JSON.stringify(JSON.parse(body), null, 2)}\n` : body];
  });
  return new Map(await Promise.all(files));
}
