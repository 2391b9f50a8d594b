/** Collects the values of a statement; no text of a request ever becomes part of the statement itself. */
export type Values = {
  readonly list: unknown[];
  readonly add: (value: unknown) => string;
};

export function createValues(): Values {
  const list: unknown[] = [];
  return {
    list,
    add(value) {
      list.push(value);
      return `$${list.length}`;
    },
  };
}

export const allOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'true' : conditions.join(' AND ');
