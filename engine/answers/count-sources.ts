import type { SourceParams } from '#src/api/params.ts';
import type { SourceList } from '#src/api/schemas/sources.ts';
import { compareText } from '../text/text-order.ts';

/** What the filters by choice look at in documents, with how many of them are so. */
export type AlikeSources = {
  language: string;
  account: string | null;
  isCopy: boolean;
  sources: number;
};

type Choices = Pick<SourceParams, 'language' | 'reportedBy' | 'copies'>;
const COPIES = ['without', 'only'] as const;

export const isChosen = (
  { language, account, isCopy }: AlikeSources,
  { language: languages, reportedBy, copies }: Choices,
): boolean =>
  (languages?.includes(language) ?? true) &&
  (reportedBy === undefined || (account !== null && reportedBy.includes(account))) &&
  (copies === undefined || (copies === 'only') === isCopy);

const sum = (alike: readonly AlikeSources[]) =>
  alike.reduce((total, { sources }) => total + sources, 0);

/**
 * Counts the documents that pass all filters, and what each choice would give under the others.
 * @param alike the documents that pass all filters but these, those that are alike together
 */
export function countSources(
  alike: readonly AlikeSources[],
  chosen: Choices,
  accounts: readonly string[],
): Pick<SourceList, 'total' | 'languages' | 'accounts' | 'copies'> {
  const under = (without: Partial<Choices> = {}) =>
    alike.filter((one) => isChosen(one, { ...chosen, ...without }));
  const byLanguage = Map.groupBy(under({ language: undefined }), ({ language }) => language);
  const byAccount = Map.groupBy(under({ reportedBy: undefined }), ({ account }) => account);
  const byCopy = Map.groupBy(under({ copies: undefined }), ({ isCopy }) => isCopy);
  return {
    total: sum(under()),
    languages: [...byLanguage]
      .map(([language, ofIt]) => ({ language, sources: sum(ofIt) }))
      .toSorted((a, b) => b.sources - a.sources || compareText(a.language, b.language)),
    accounts: accounts.map((value) => ({ value, sources: sum(byAccount.get(value) ?? []) })),
    copies: COPIES.map((value) => ({ value, sources: sum(byCopy.get(value === 'only') ?? []) })),
  };
}
