/** The names of an edition's tables, each in the edition's own namespace: editions never change once loaded. */

/** Columns as `name type`: the loader reads rows of JSON with the same list. */
export const TABLES = {
  catalogue: ['part text PRIMARY KEY', 'body text NOT NULL'],
  document: ['path text COLLATE "C" PRIMARY KEY', 'body text NOT NULL'],
  meeting: [
    'ordinal int PRIMARY KEY',
    'first_day text COLLATE "C" NOT NULL',
    'last_day text COLLATE "C" NOT NULL',
    'format text NOT NULL',
    'host text',
    'place text',
    'people text[] NOT NULL',
    'entries int NOT NULL',
    'body text NOT NULL',
  ],
  source: [
    'pos int PRIMARY KEY',
    'id text COLLATE "C" NOT NULL UNIQUE',
    'language text COLLATE "C" NOT NULL',
    'account text',
    'is_copy boolean NOT NULL',
    'title_rank int NOT NULL',
    'publisher_rank int NOT NULL',
    'date_rank int',
    'entries int NOT NULL',
    'meetings int NOT NULL',
    'exchange_years int NOT NULL',
    'commissions int NOT NULL',
    'folded text COLLATE "C" NOT NULL',
    'body text NOT NULL',
  ],
  citation: [
    'source int NOT NULL',
    'kind text NOT NULL',
    'meeting int',
    'first_day text COLLATE "C"',
    'things int NOT NULL',
  ],
  calendar_item: [
    'seq int PRIMARY KEY',
    'kind text NOT NULL',
    'first_day text COLLATE "C" NOT NULL',
    'last_day text COLLATE "C" NOT NULL',
    'fields text[] NOT NULL',
    'exchange_year text',
    'folded text COLLATE "C" NOT NULL',
    'body text NOT NULL',
  ],
  search_item: [
    'type text NOT NULL',
    'seq int NOT NULL',
    'folded text COLLATE "C" NOT NULL',
    'exact text[] NOT NULL',
    'body text NOT NULL',
  ],
  entry_set: [
    'id int PRIMARY KEY',
    'fields int[] NOT NULL',
    'groups int[] NOT NULL',
    'years int[] NOT NULL',
  ],
  entry: [
    'seq int PRIMARY KEY',
    'id text COLLATE "C" NOT NULL',
    'meeting int NOT NULL',
    'kind smallint NOT NULL',
    'party smallint NOT NULL',
    'status smallint NOT NULL',
    'source int',
    'sources int[] NOT NULL',
    'accounts smallint NOT NULL',
    'side smallint',
    'set_id int NOT NULL',
    'field smallint NOT NULL',
    'text_rank int NOT NULL',
    'text text NOT NULL',
    'folded text COLLATE "C" NOT NULL',
    'lang text NOT NULL',
    'translations text',
    'locator text',
    'pages text NOT NULL',
  ],
} as const;
export type TableName = keyof typeof TABLES;

/** What a sort key compares; two columns where the place of absent values depends on the direction. */
export const SORT_COLUMNS = {
  meeting: { up: 'meeting', down: 'meeting' },
  kind: { up: 'kind', down: 'kind' },
  party: { up: 'party', down: 'party' },
  status: { up: 'status', down: 'status' },
  field: { up: 'field', down: 'field' },
  source: { up: 'coalesce(source, 2147483647)', down: 'coalesce(source, -1)' },
  text: { up: 'text_rank', down: 'text_rank' },
  account: { up: 'coalesce(side, 32767)', down: 'coalesce(side, -1)' },
} as const;
export type SortKey = keyof typeof SORT_COLUMNS;

/** One index for each order and direction, so that a page is read off in order wherever it starts. */
function sortIndexes(namespace: string): string[] {
  return Object.entries(SORT_COLUMNS).flatMap(([key, { up, down }]) => [
    `CREATE INDEX entry_by_${key} ON ${namespace}.entry ((${up}), seq)`,
    `CREATE INDEX entry_by_${key}_down ON ${namespace}.entry ((${down}) DESC, seq)`,
  ]);
}

export function toCreateTables(namespace: string): string[] {
  return [
    `CREATE SCHEMA ${namespace}`,
    ...Object.entries(TABLES).map(
      ([name, columns]) => `CREATE TABLE ${namespace}.${name} (${columns.join(', ')})`,
    ),
  ];
}

/** Made after the rows are in, which is faster than keeping them up while they come. */
export function toCreateIndexes(namespace: string, hasTrigrams: boolean): string[] {
  return [
    ...sortIndexes(namespace),
    `CREATE INDEX entry_by_set ON ${namespace}.entry (set_id)`,
    `CREATE INDEX citation_by_source ON ${namespace}.citation (source)`,
    ...(hasTrigrams
      ? [`CREATE INDEX entry_by_trigram ON ${namespace}.entry USING gin (folded gin_trgm_ops)`]
      : []),
  ];
}
