interface Page<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

/** Everything on a list, page after page in its order; `null` asks for the first page. */
export async function walkPages<Item>(
  ask: (cursor: string | null) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await ask(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
