import type { Asked } from './asked.ts';
import type { EntryConditions } from './entry-conditions.ts';
import { createCounting } from './counting.ts';

/** How many entries pass all filters. */
export async function countEntries(
  { sql, edition }: Pick<Asked, 'sql' | 'edition'>,
  conditions: EntryConditions,
): Promise<number> {
  const counting = createCounting(edition.namespace, conditions);
  const text = counting.toStatement([counting.piece({ part: 'total' })]);
  const [row] = await sql.query<{ entries: number }>(text, counting.values);
  return row?.entries ?? 0;
}
