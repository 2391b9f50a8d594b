import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

import { RECORD_FILES, RecordData } from '#engine/record/record.ts';

export async function readRecord(folder = join(import.meta.dirname, 'data')): Promise<RecordData> {
  const parts = await Promise.all(
    Object.entries(RECORD_FILES).map(async ([part, file]) => {
      const content: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
      return [part, content] as const;
    }),
  );
  return v.parse(RecordData, Object.fromEntries(parts));
}
