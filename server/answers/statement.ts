/** Collects the values of a statement; no text of a request ever becomes part of the statement itself. */
export type Values = {
  readonly list: unknown[];
  readonly add: (value: unknown) => string;
  /** A column is one of the values, or a list in it has one; no condition where none are asked for. */
  readonly isAny: (column: string, chosen: readonly string[] | undefined) => string[];
  readonly hasAny: (column: string, chosen: readonly string[] | undefined) => string[];
};

export function createValues(): Values {
  const list: unknown[] = [];
  const add = (value: unknown) => `$${list.push(value)}`;
  const texts = (chosen: readonly string[]) => `${add(chosen)}::text[]`;
  return {
    list,
    add,
    isAny: (column, chosen) => (chosen ? [`${column} = ANY(${texts(chosen)})`] : []),
    hasAny: (column, chosen) => (chosen ? [`${column} && ${texts(chosen)}`] : []),
  };
}

export const allOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'true' : conditions.join(' AND ');
