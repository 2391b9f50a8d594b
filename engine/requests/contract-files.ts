import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, '../../public');
const TYPES: Record<string, string> = {
  '.yaml': 'application/yaml; charset=utf-8',
  '.json': 'application/json',
  '.ics': 'text/calendar; charset=utf-8',
};

export type ContractFile = { body: string; contentType: string };

/** The contract's document and the examples that it refers to, by the paths at which a server has them beside the API. */
export async function readContractFiles(): Promise<ReadonlyMap<string, ContractFile>> {
  const examples = await readdir(path.join(FOLDER, 'examples'));
  const names = ['openapi.yaml', ...examples.map((name) => `examples/${name}`)];
  const files = names.map(async (name): Promise<[string, ContractFile]> => {
    const body = await readFile(path.join(FOLDER, name), 'utf8');
    return [`/${name}`, { body, contentType: TYPES[path.extname(name)] ?? 'text/plain' }];
  });
  return new Map(await Promise.all(files));
}
