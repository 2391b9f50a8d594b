import { useQueries } from '@tanstack/react-query';

import { NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { groupFilters, groupText } from '#src/address/groups.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { listedEntriesQuery } from '#src/api/queries.ts';
import type { EntryList } from '#src/api/schemas/entries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { together } from '#src/ui/waiting/together.ts';
import { AccountComparison, type Told } from '../accounts/AccountComparison.tsx';
import { GroupMark } from './GroupMark.tsx';
import type { Side, Sides } from './GroupsPanel.tsx';
import { useGroupEvidence } from './use-group-evidence.ts';

/** What is left out of a group that has more entries than a page can hold, and where all of them are. */
function LeftOut({ group, words, shown, total }: Side & { shown: number; total: number }) {
  const { t } = useI18n();
  const evidence = useGroupEvidence();
  if (shown >= total) return null;
  return (
    <Notice tone="info">
      {words}: {t('meetings.tooMany', { shown, total })}
      <Link to={evidence(group)}>{t('meetings.tooManyLink')}</Link>
    </Notice>
  );
}

/** The entries of two groups by whose accounts have them. */
export function GroupAccounts({ sides: both }: { sides: Sides }) {
  const { t } = useI18n();
  const api = useApi();
  const record = useRecord();
  const { asOf } = useAsOf();
  const [a, b] = both;
  const sides = groupText(a.group) === groupText(b.group) ? [a] : [a, b];
  const queries = useQueries({
    queries: sides.map(({ group }) => {
      const filters = { ...NO_FILTERS, ...groupFilters(group, record) };
      return listedEntriesQuery(api, { ...toEntryFilters(filters, asOf), sort: 'meeting' });
    }),
  });
  const toldOf = (lists: readonly Pick<EntryList, 'items' | 'total'>[]) =>
    sides.map(({ group, figures, words }, index): Told => ({
      key: groupText(group),
      heading: (count) => t('compare.countOf', { group: words, count }),
      mark: <GroupMark side={index === 0 ? 'a' : 'b'} />,
      entries: lists[index]?.items ?? [],
      read: figures.read,
      isOfMeetings: true,
    }));
  return (
    <QueryView query={together(queries)} height={1100}>
      {(lists) => (
        <>
          {sides.map((side, index) => {
            const { items = [], total = 0 } = lists[index] ?? {};
            const key = groupText(side.group);
            return <LeftOut key={key} {...side} shown={items.length} total={total} />;
          })}
          <AccountComparison told={toldOf(lists)} />
        </>
      )}
    </QueryView>
  );
}
