interface Page<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

/** The pages of a list one after another; `null` asks for the first. */
export async function* pagesOf<P extends Page<unknown>>(
  ask: (cursor: string | null) => Promise<P>,
): AsyncGenerator<P, void, undefined> {
  let cursor: string | null = null;
  do {
    const page: P = await ask(cursor);
    yield page;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/** Everything on a list, page after page in its order; `null` asks for the first page. */
export async function walkPages<Item>(
  ask: (cursor: string | null) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pagesOf(ask)) items.push(...page.items);
  return items;
}
