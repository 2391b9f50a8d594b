import { useQuery } from '@tanstack/react-query';

import { useMeetingEvidence } from '#src/address/links.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import type { FieldList, Field } from '#src/api/schemas/common.ts';
import type { Entry, FieldSummary } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { TENTHS } from '#src/lib/comparison.ts';
import { unbroken } from '#src/lib/dates/unbroken.ts';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { groupColour } from '#src/record/colours.ts';
import { Link } from '#src/ui/Link.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { FoldingPanel } from '#src/ui/FoldingPanel.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import styles from './FieldStandingsPanel.module.css';

/** More fields than this share a lead only as a number. */
const NAMED_AT_MOST = 3;

interface Props {
  entries: readonly Entry[];
  meeting: Meeting;
}

interface TableProps {
  standings: readonly FieldStanding[];
  meeting: Meeting;
  taxonomy: FieldList;
}

/** Paper says it shorter: there the rows run on as one list. */
function ScreenOrPaper({ screen, paper }: { screen: string; paper: string }) {
  return (
    <>
      <span className={styles.onScreen}>{screen}</span>
      <span className={styles.onPaper}>{paper}</span>
    </>
  );
}

/** A table whose rows are also bars: the count of this meeting, with a tick at the mechanism's mean. */
function FieldStandingsTable({ standings, meeting, taxonomy }: TableProps) {
  const { t, number } = useI18n();
  const evidence = useMeetingEvidence(meeting);
  const scale = Math.max(
    ...standings.map(({ entries, average }) => Math.max(entries, average ?? 0)),
  );
  const mean = (value: number) => number(value, TENTHS);
  const share = (value: number) => `${(100 * value) / scale}%`;
  return (
    <div className={styles.standings}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('meetings.fieldsTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('meetings.field')}</th>
            <td className={styles.barHead} aria-hidden="true" />
            <th scope="col">{t('meetings.here')}</th>
            <th scope="col">{t('meetings.mean')}</th>
            <th scope="col" className={styles.roomy}>
              {t('meetings.occursIn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {standings.map(({ field, entries, average, meetings }, index) => (
            <tr key={field.id}>
              <th scope="row">
                <FieldTag field={field} />
              </th>
              <td className={styles.barCell} aria-hidden="true">
                <div
                  className={styles.bar}
                  style={{ width: share(entries), background: groupColour(taxonomy, field.group) }}
                />
                {average !== null && (
                  <div className={styles.tick} style={{ insetInlineStart: share(average) }} />
                )}
              </td>
              <td className={styles.number}>
                <Link to={evidence({ field: [field.id] })}>
                  <ScreenOrPaper
                    screen={t('meetings.entryCount', { count: entries })}
                    paper={number(entries)}
                  />
                </Link>
              </td>
              <td className={styles.number}>
                {average === null ? (
                  '–'
                ) : (
                  <ScreenOrPaper
                    screen={mean(average)}
                    paper={`(${index === 0 ? t('meetings.meanIs', { value: mean(average) }) : mean(average)})`}
                  />
                )}
              </td>
              <td className={`${styles.number} ${styles.roomy}`}>
                {meetings === null ? '–' : t('meetings.meetingCount', { count: meetings })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which fields a meeting is about, against the mean of the mechanism's meetings. */
export function FieldStandingsPanel({ entries, meeting }: Props) {
  const { t, name, date, list, locale } = useI18n();
  const api = useApi();
  const { taxonomy } = useRecord();
  const { asOf } = useAsOf();
  const query = useQuery(summaryQuery(api, { by: 'meeting', to: asOf }));
  const summary = query.data;
  const standings = fieldStandings(entries, summary, (a, b) =>
    name(a.name).localeCompare(name(b.name), locale),
  );
  const [first] = standings;
  if (first === undefined) return null;
  const { kind, fields } = leadingFields(standings);
  const silent = summary === undefined ? [] : silentFields(entries, summary);
  return (
    <FoldingPanel
      id="fields"
      title={t('meetings.fieldsFinding', {
        kind: fields.length > NAMED_AT_MOST ? 'many' : kind,
        field: list(fields.map((field) => name(field.name))),
        fields: fields.length,
        count: first.entries,
      })}
      {...(summary !== undefined && {
        lead: t('meetings.fieldsLead', {
          count: summary.total.meetings,
          asOf: unbroken(date(asOf)),
        }),
      })}
      note={t('meetings.fieldsNote')}
    >
      <LostAnswers of={[query]} />
      <FieldStandingsTable standings={standings} meeting={meeting} taxonomy={taxonomy} />
      {/* What comes with the other meetings' counts: it says so, and the page is kept at its place until then. */}
      {query.isPending && <Skeleton height={24} />}
      {silent.length > 0 && (
        <details className={`${styles.silent} small`}>
          <summary>{t('meetings.silent', { count: silent.length })}</summary>
          <ul className={styles.silentList}>
            {silent.map(({ field, meetings }) => (
              <li key={field.id}>
                <FieldTag field={field} />{' '}
                <span className="quiet">{t('meetings.inMeetings', { count: meetings })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </FoldingPanel>
  );
}

/** A field's place in one meeting, against the mechanism's meetings. */
interface FieldStanding {
  field: Field;
  entries: number;
  /** Entries per meeting that has any entry on record; null while the mechanism's counts are not known. */
  average: number | null;
  /** In how many meetings the field occurs. */
  meetings: number | null;
}

/** How many entries of a meeting each field has, most first; ties by the field's name as the caller sorts names. */
export function fieldStandings(
  entries: readonly Entry[],
  summary: FieldSummary | undefined,
  compareFields: (a: Field, b: Field) => number,
): FieldStanding[] {
  const standings = new Map<string, FieldStanding>();
  const rows = new Map(summary?.rows.map((row) => [row.field.id, row]));
  const meetings = summary?.total.meetings ?? 0;
  for (const field of entries.flatMap((entry) => entry.fields)) {
    const row = rows.get(field.id);
    const known = standings.get(field.id) ?? {
      field,
      entries: 0,
      average: row === undefined || meetings === 0 ? null : row.entries / meetings,
      meetings: row?.meetings ?? null,
    };
    standings.set(field.id, { ...known, entries: known.entries + 1 });
  }
  return [...standings.values()].toSorted(
    (a, b) => b.entries - a.entries || compareFields(a.field, b.field),
  );
}

/** The fields of the highest count, and how they stand: one that is all there is leads nobody. */
export function leadingFields(standings: readonly FieldStanding[]): {
  kind: 'only' | 'leader' | 'tie';
  fields: readonly Field[];
} {
  const most = Math.max(0, ...standings.map(({ entries }) => entries));
  const leading = standings.filter(({ entries }) => entries === most);
  const kind = standings.length === 1 ? 'only' : leading.length > 1 ? 'tie' : 'leader';
  return { kind, fields: leading.map(({ field }) => field) };
}

/** The fields that the mechanism's meetings speak of and this one does not, most frequent first. */
export function silentFields(
  entries: readonly Entry[],
  summary: FieldSummary,
): { field: Field; meetings: number }[] {
  const spoken = new Set(entries.flatMap(({ fields }) => fields.map(({ id }) => id)));
  return summary.rows
    .filter((row) => row.entries > 0 && !spoken.has(row.field.id))
    .map((row) => ({ field: row.field, meetings: row.meetings }))
    .toSorted((a, b) => b.meetings - a.meetings);
}
