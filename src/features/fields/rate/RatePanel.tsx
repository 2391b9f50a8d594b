import { useQueries } from '@tanstack/react-query';

import { type Filters, toEntryFilters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { firstDay } from '#src/api/edtf.ts';
import { useAsOf, useParameter, useValue } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import type { SummaryColumn } from '#src/api/schemas/entries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { Translator } from '#src/i18n/translator.ts';
import { type Caution, cautionsOf, perMeeting, shareOf, TENTHS } from '#src/lib/comparison.ts';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { shareWords } from '../series/field-finding.ts';
import {
  comparePeriods,
  directionOf,
  possibleTurns,
  type ComparedPeriods,
  type Period,
} from './compared-periods.ts';
import { ScrollingTable } from '#src/ui/ScrollingTable.tsx';
import styles from './RatePanel.module.css';

/** Of the table and what is said under it, in CSS pixels: beside each other, and on a phone. */
const SKELETON_HEIGHT = { wide: 210, narrow: 370 };
const PERIODS = ['earlier', 'later'] as const;

function useChosenNames({ field, group }: Pick<Filters, 'field' | 'group'>): string {
  const { name, list } = useI18n();
  const { taxonomy } = useRecord();
  const named = [...taxonomy.groups, ...taxonomy.fields].filter(
    ({ id }) => field.includes(id) || group.includes(id),
  );
  return list(named.map((one) => name(one.name)));
}

function toTenth(value: number, { number }: Translator): string {
  return number(value, TENTHS);
}

function cautionWords(caution: Caution, i18n: Translator): string {
  const { t } = i18n;
  if (caution.kind === 'few' || caution.kind === 'unread')
    return t(`fields.caution-${caution.kind}`, {
      meetings: caution.meetings,
      ...(caution.kind === 'few' && { entries: caution.entries }),
    });
  return t(`fields.caution-${caution.kind}`, {
    before: toTenth(caution.before, i18n),
    after: toTenth(caution.after, i18n),
  });
}

/** What the numbers say, rate and share together: one without the other is quoted wrongly. */
function rateWords({ earlier, later }: ComparedPeriods, what: string, { t }: Translator): string {
  const rate = directionOf(perMeeting(earlier.entries, earlier), perMeeting(later.entries, later));
  const share = directionOf(
    shareOf(earlier.entries, earlier.all) * 100,
    shareOf(later.entries, later.all) * 100,
  );
  const isOpposite = rate !== share && rate !== 'same' && share !== 'same';
  return t('fields.rateTitle', { what, rate, share, isOpposite: String(isOpposite) });
}

const ROWS = ['perMeeting', 'share', 'entries', 'all', 'documents'] as const;

function Count({ count, filters }: { count: number; filters: Filters }) {
  const { t, number } = useI18n();
  const linkTo = useLinkTo();
  return (
    <Link
      to={linkTo(paths.fields(), filters, '#entries')}
      aria-label={t('fields.entriesTitle', { count })}
      className="number-link"
    >
      {number(count)}
    </Link>
  );
}

interface NumberProps {
  row: (typeof ROWS)[number];
  period: Period;
  /** Narrowed to the period. */
  filters: Filters;
}

function PeriodNumber({ row, period, filters }: NumberProps) {
  const i18n = useI18n();
  const { entries, all, documents } = period;
  if (row === 'entries') return <Count count={entries} filters={filters} />;
  if (row === 'all') return <Count count={all} filters={{ ...filters, field: [], group: [] }} />;
  if (row === 'documents') return toTenth(perMeeting(documents, period), i18n);
  return (
    <strong>
      {row === 'share'
        ? shareWords(entries, all, i18n)
        : toTenth(perMeeting(entries, period), i18n)}
    </strong>
  );
}

/** What is compared: as the range alone has nothing before it to compare with, meetings that it leaves out are taken in. */
function leadWords(periods: ComparedPeriods | null, { from }: Filters, { t }: Translator): string {
  const isBefore =
    from !== null && periods !== null && firstDay(periods.earlier.from) < firstDay(from);
  return t('fields.rateLead', { isBefore: String(isBefore) });
}

interface RatesProps {
  periods: ComparedPeriods;
  filters: Filters;
  caption: string;
}

function RatesTable({ periods, filters, caption }: RatesProps) {
  const { t } = useI18n();
  const within = {
    earlier: { ...filters, from: null, to: periods.earlier.to },
    later: { ...filters, from: periods.later.from },
  };
  const yearsOf = ({ from, to }: Period) =>
    [...new Set([from, to].map((day) => day.slice(0, 4)))].join('–');
  return (
    <ScrollingTable caption={caption} className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('fields.ratePeriod')}</th>
          {PERIODS.map((which) => (
            <th key={which} scope="col">
              {yearsOf(periods[which])}
              <span className={`${styles.about} tiny quiet`}>
                {t('fields.rateMeetings', { count: periods[which].meetings })}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`fields.rate-${row}`)}</th>
            {PERIODS.map((which) => (
              <td key={which}>
                <PeriodNumber row={row} period={periods[which]} filters={within[which]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function TurnChoice({ turn, turns }: { turn: string; turns: readonly SummaryColumn[] }) {
  const { t, date } = useI18n();
  const [, setTurn] = useParameter('turn');
  return (
    <label className={`${styles.turn} no-print small`}>
      <span>{t('fields.rateTurn')}</span>
      <select value={turn} onChange={({ target }) => setTurn(target.value)}>
        {turns.map(({ key, date: held = '' }) => (
          <option key={key} value={key}>
            {t('filters.meetingOption', { ordinal: Number(key), date: date(held, 'short') })}
          </option>
        ))}
      </select>
    </label>
  );
}

/**
 * Whether what was chosen has grown: entries per meeting and their share of all, of an earlier and a later period, with
 * the documents that were read for each, and what to bear in mind before quoting it.
 */
export function RatePanel({ filters }: { filters: Filters }) {
  const i18n = useI18n();
  const { t } = i18n;
  const api = useApi();
  const { asOf } = useAsOf();
  const asked = useValue('turn');
  const what = useChosenNames(filters);
  const isNarrow = useMedia('(max-width: 40rem)');
  const whole: Filters = { ...filters, from: null };
  const [own, all] = useQueries({
    queries: [whole, { ...whole, field: [], group: [] }].map((one) =>
      summaryQuery(api, { ...toEntryFilters(one, asOf), by: 'meeting' }),
    ),
  });
  if (own === undefined || all === undefined) return null;
  const isReady = own.data !== undefined && all.data !== undefined;
  const periods = isReady
    ? comparePeriods(own.data.columns, all.data.columns, { asked, from: filters.from })
    : null;
  if (isReady && periods === null) return null;
  const height = isNarrow ? SKELETON_HEIGHT.narrow : SKELETON_HEIGHT.wide;
  const lead = leadWords(periods, filters, i18n);
  return (
    <Panel
      title={periods === null ? t('fields.rateHeading') : rateWords(periods, what, i18n)}
      lead={lead}
    >
      <QueryView query={own.data === undefined ? own : all} height={height}>
        {() =>
          periods !== null && (
            <>
              <TurnChoice turn={periods.turn} turns={possibleTurns(all.data?.columns ?? [])} />
              <div className={styles.periods}>
                <RatesTable periods={periods} filters={filters} caption={lead} />
                <ul className={`${styles.cautions} stack measure small`}>
                  {cautionsOf(periods.earlier, periods.later).map((caution) => (
                    <li key={caution.kind} className="caution">
                      {cautionWords(caution, i18n)}
                    </li>
                  ))}
                </ul>
              </div>
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
