import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useId, type ReactNode, useEffect, useEffectEvent, useRef } from 'react';

import { useRecord, type RecordLists } from '#src/api/RecordContext.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { entryPagesQuery, summaryQuery } from '#src/api/queries.ts';
import { useWholeList } from '#src/api/whole-list.ts';
import type { EvidenceCell } from '#src/address/evidence-cell.ts';
import { narrowTo } from '#src/address/narrow-to.ts';
import { type Filters, toEntryFilters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useAsOf, useFilters, useParameter } from '#src/address/use-address.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { JOINT, THIRD } from '#src/lib/accounts.ts';
import { EntryLines } from '#src/record/evidence/EntryLines.tsx';
import { partyName, evidenceWords } from '#src/record/value-words.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { Dialog } from '#src/ui/controls/Dialog.tsx';
import { Link } from '#src/ui/Link.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import type { LanguageMap } from '#src/api/schemas/common.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { chairsOf } from '#src/record/people/chairs-of.ts';
import styles from './EvidencePanel.module.css';
import { readWords } from '../series/read-words.ts';
import { partName } from '../series/dimension-words.ts';

/** Where nothing fits beside or above it, the panel is a sheet over the whole page. */
const PHONE = '(max-width: 40rem)';
const PAGE_SIZE = 20;

/**
 * Of a field at a meeting, for each party: how many entries its accounts have of it; that those that were read do not
 * mention it; or that none was read, so that its silence says nothing. Whatever the filters are, since under them "not
 * mentioned" would only mean "filtered out". A backend from before contract 1.6 does not say whose accounts were read:
 * nothing is claimed then.
 */
function AccountStates({ field, meeting }: { field: string; meeting: number }) {
  const i18n = useI18n();
  const { t } = i18n;
  const api = useApi();
  const { mechanism } = useRecord();
  const of = { field: [field], meeting: [meeting] };
  const byMeeting = useQuery(summaryQuery(api, { ...of, by: 'meeting' }));
  const byAccount = useQuery(summaryQuery(api, { ...of, by: 'reportedBy' }));
  const read = byMeeting.data?.columns[0];
  const told = byAccount.data?.columns;
  if (read?.accounts === undefined || told === undefined)
    return <LostAnswers of={[byMeeting, byAccount]} />;
  const { accounts } = read;
  const worded = told.flatMap(({ key, entries: count }) => {
    const party = partyName(mechanism, key, i18n);
    if (count > 0) return [t('fields.inAccounts', { of: key, party, count })];
    if (key === JOINT || key === THIRD) return [];
    const isRead = accounts.some(({ value }) => value === key);
    return [t(isRead ? 'fields.notInAccounts' : 'accounts.unread', { party })];
  });
  return (
    <section aria-label={t('fields.inAccountsTitle')} className={styles.accounts}>
      <h3>{t('fields.inAccountsTitle')}</h3>
      <ul>
        {worded.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>{readWords(read, mechanism, i18n)}</p>
    </section>
  );
}

/**
 * Takes the reader to a panel that has opened, and back to what opened it when it closes with the focus in it. Escape
 * closes from within. A panel that came with the address leaves the focus alone.
 */
function useFocusWhileOpen(onClose: () => void) {
  const panel = useRef<HTMLElement>(null);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const element = panel.current;
    const opener = document.activeElement;
    const wasChosen =
      opener instanceof HTMLElement && opener !== document.body && opener.tagName !== 'H1';
    if (wasChosen) element?.focus({ preventScroll: true });
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => {
      element?.removeEventListener('keydown', onKeyDown);
      if (wasChosen && document.activeElement === document.body)
        opener.focus({ preventScroll: true });
    };
  }, []);
  return panel;
}

interface AsideProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** The panel of opened entries beside the view, which stays in use. */
function EvidenceAside({ title, onClose, children }: AsideProps) {
  const { t } = useI18n();
  const headingId = useId();
  const panel = useFocusWhileOpen(onClose);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={`${styles.panel} no-print`}
      aria-labelledby={headingId}
    >
      <header className={styles.header}>
        <h2 id={headingId} className={styles.title}>
          {title}
        </h2>
        <Button look="plain" aria-label={t('fields.closeEvidence')} onClick={onClose}>
          ×
        </Button>
      </header>
      {children}
    </aside>
  );
}

/** The entries behind the number that was opened, beside the view that it stands in. The address holds which one. */
export function EvidencePanel({ cell }: { cell: EvidenceCell }) {
  const i18n = useI18n();
  const { t } = i18n;
  const record = useRecord();
  const { asOf } = useAsOf();
  const filters = useFilters();
  const [, open] = useParameter('open');
  const close = useCallback(() => open(null), [open]);
  const linkTo = useLinkTo();
  const words = cellWords(cell, record, i18n);
  const narrowed = narrowTo(filters, cell, asOf);
  const Frame = useMedia(PHONE) ? Dialog : EvidenceAside;
  return (
    <Frame title={words} onClose={close}>
      {narrowed === null ? (
        <p>{t('fields.nothing')}</p>
      ) : (
        <div>
          {cell.field !== undefined && cell.meeting !== undefined && (
            <AccountStates field={cell.field} meeting={cell.meeting} />
          )}
          <EvidenceEntries filters={narrowed} />
          <p className={`${styles.foot} small`}>
            <Link to={linkTo(paths.fields(), narrowed, '#entries')}>
              {t('fields.filterByEvidence')}
            </Link>
          </p>
        </div>
      )}
    </Frame>
  );
}

function EvidenceEntries({ filters }: { filters: Filters }) {
  const { t, number } = useI18n();
  const { asOf } = useAsOf();
  const api = useApi();
  const params = toEntryFilters(filters, asOf);
  const query = useInfiniteQuery(
    entryPagesQuery(api, { ...params, sort: '-meeting', limit: PAGE_SIZE }),
  );
  const isComing = useWholeList(query);
  return (
    <QueryView query={query} height={400}>
      {({ pages }) => {
        const shown = pages.reduce((sum, { items }) => sum + items.length, 0);
        return (
          <>
            <p role="status" className={`${styles.count} small quiet`}>
              {t('fields.shown', {
                shown: number(shown),
                count: pages[0]?.total ?? 0,
              })}
            </p>
            {pages.map(({ items }, index) => (
              <EntryLines key={items[0]?.id ?? index} entries={items} />
            ))}
            {query.hasNextPage && !isComing && (
              <Button
                disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage({ cancelRefetch: false })}
              >
                {t(query.isFetchingNextPage ? 'app.loading' : 'fields.more')}
              </Button>
            )}
          </>
        );
      }}
    </QueryView>
  );
}

function cellWords(
  cell: EvidenceCell,
  view: Pick<RecordLists, 'mechanism' | 'taxonomy' | 'exchangeYears' | 'meetings'>,
  i18n: Translator,
): string {
  const { mechanism, taxonomy } = view;
  if (cell.choice !== undefined) return choiceWords(cell.choice, view, i18n);
  const field = taxonomy.fields.find(({ id }) => id === cell.field);
  const words = [
    field && i18n.name(field.name),
    cell.kind && partName('kind', cell.kind, mechanism, i18n),
    cell.party && partName('party', cell.party, mechanism, i18n),
    cell.meeting && partName('meeting', String(cell.meeting), mechanism, i18n),
    cell.year,
  ].filter((word) => word !== undefined && word !== 0 && word !== '');
  return words.length === 0 ? i18n.t('fields.allFields') : words.join(' · ');
}

function choiceWords(
  { filter, value }: NonNullable<EvidenceCell['choice']>,
  {
    mechanism,
    taxonomy,
    exchangeYears,
    meetings,
  }: Pick<RecordLists, 'mechanism' | 'taxonomy' | 'exchangeYears' | 'meetings'>,
  i18n: Translator,
): string {
  const { name, date } = i18n;
  const nameIn = (items: readonly { id: string; name: LanguageMap }[]) => {
    const item = items.find(({ id }) => id === value);
    return item === undefined ? value : name(item.name);
  };
  if (filter === 'group') return nameIn(taxonomy.groups);
  if (filter === 'field') return nameIn(taxonomy.fields);
  if (filter === 'exchangeYear') {
    const year = exchangeYears.find(({ id }) => id === value);
    return year === undefined ? value : `${name(year.field.name)} ${date(year.years)}`;
  }
  if (filter === 'coChair') return nameIn(chairsOf(meetings));
  if (filter === 'status') {
    return evidenceWords(value, i18n);
  }
  return partName(filter, value, mechanism, i18n);
}
