import { useQuery } from '@tanstack/react-query';
import { createPortal } from 'react-dom';

import { useApi } from '#src/api/ApiContext.ts';
import { yearsOf } from '#src/api/edtf.ts';
import { summaryQuery } from '#src/api/queries.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useAsOf, useFilters } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { PERCENT_TENTHS, shareOf } from '#src/lib/comparison.ts';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { groupColour } from '#src/record/colours.ts';
import { axisMarks, DotAxis, DotTrack } from '#src/ui/dots/DotTrack.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { FieldToggle } from '../plot/FieldToggle.tsx';
import { findingWords, findLeader } from '../series/field-finding.ts';
import styles from './FieldsPanel.module.css';
import type { Field } from '#src/api/schemas/common.ts';

interface Props {
  /** The ordinal of the meeting that is shown beside all others; null for none. */
  meeting: number | null;
  /** Where the record's figures go, in the page's heading; null until that stands. */
  figures: HTMLElement | null;
}

const ROW_HEIGHT = 24;
const ROWS_AT_MOST = 10;

/** The overview's chart: what share of the entries the leading fields have, at the chosen meeting and at all of them. */
export function FieldsPanel({ meeting, figures }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { asOf } = useAsOf();
  const api = useApi();
  const linkTo = useLinkTo();
  const query = useQuery(summaryQuery(api, { by: 'meeting', to: asOf }));
  const title = query.data
    ? findingWords(findLeader(query.data, 'entries'), 'entries', i18n, false)
    : t('fields.title');
  return (
    <Panel
      title={title}
      lead={
        query.data &&
        t('fields.compactLead', {
          entries: query.data.total.entries,
          meetings: query.data.total.meetings,
        })
      }
      actions={<Link to={linkTo(paths.fields())}>{t('fields.openFields')}</Link>}
    >
      {figures !== null && createPortal(<RecordFigures summary={query.data} />, figures)}
      <QueryView query={query} height={ROWS_AT_MOST * ROW_HEIGHT}>
        {(summary) => <Shares summary={summary} meeting={meeting} />}
      </QueryView>
    </Panel>
  );
}

/** The sign of all meetings: their mean, to which a meeting's dot is held. */
function Mean() {
  return <span className={styles.mean} />;
}

/** The sign of the chosen meeting, in the colour of a field's group. */
function Here({ colour }: { colour: string }) {
  return <span className={styles.here} style={{ background: colour }} />;
}

function Shares({ summary, meeting }: { summary: FieldSummary; meeting: number | null }) {
  const { t, number } = useI18n();
  const filters = useFilters();
  const shares = meetingShares(summary, meeting, filters.field, ROWS_AT_MOST);
  const marks = axisMarks(
    Math.max(0, ...shares.flatMap(({ here, all }) => [here.share, all.share])),
  );
  return (
    <div className={`${styles.shares} small`}>
      <div className={`${styles.row} ${styles.head}`} aria-hidden="true">
        <span className={styles.axis}>
          <DotAxis marks={marks} words={(mark) => number(mark, { style: 'percent' })} />
        </span>
        {meeting !== null && (
          <span>
            <Here colour="var(--ink)" /> {t('record.meetingShort', { ordinal: meeting })}
          </span>
        )}
        <span>
          <Mean /> {t('fields.allMeetings')}
        </span>
      </div>
      <ol aria-label={t('fields.listLabel')}>
        {shares.map((share) => (
          <ShareRow key={share.field.id} {...share} marks={marks} meeting={meeting} />
        ))}
      </ol>
    </div>
  );
}

interface RowProps extends MeetingShare {
  marks: readonly number[];
  meeting: number | null;
}

function ShareRow({ field, here, all, marks, meeting }: RowProps) {
  const { t, name, number } = useI18n();
  const { taxonomy } = useRecord();
  const filters = useFilters();
  const linkTo = useLinkTo();
  const isDimmed = filters.field.length > 0 && !filters.field.includes(field.id);
  const entriesOf = (count: number) => t('fields.entriesOf', { count, field: name(field.name) });
  const to = (meetings: number[]) =>
    linkTo(paths.fields(), { field: [field.id], meeting: meetings }, '#entries');
  return (
    <li className={`${styles.row} ${isDimmed ? styles.dimmed : ''}`}>
      <span className={styles.field}>
        <FieldToggle field={field} />
      </span>
      <span className={styles.track}>
        <DotTrack
          marks={marks}
          dots={[
            { key: 'all', value: all.share, sign: <Mean /> },
            ...(here.entries > 0
              ? [
                  {
                    key: 'here',
                    value: here.share,
                    sign: <Here colour={groupColour(taxonomy, field.group)} />,
                    className: styles.front,
                  },
                ]
              : []),
          ]}
        />
      </span>
      {meeting !== null && (
        <span className={styles.value}>
          {here.entries === 0 ? (
            <>
              <span aria-hidden="true">–</span>
              <span className="visually-hidden">{t('fields.noEntries')}</span>
            </>
          ) : (
            <>
              <span className="quiet">{number(here.share, PERCENT_TENTHS)}</span>
              <Link
                className={styles.count}
                to={to([meeting])}
                aria-label={`${t('record.meetingShort', { ordinal: meeting })}, ${entriesOf(here.entries)}`}
              >
                {number(here.entries)}
              </Link>
            </>
          )}
        </span>
      )}
      <span className={styles.value}>
        <span className="quiet">{number(all.share, PERCENT_TENTHS)}</span>
        <Link className={styles.count} to={to([])} aria-label={entriesOf(all.entries)}>
          {number(all.entries)}
        </Link>
      </span>
    </li>
  );
}

/** The record in three numbers, each of which leads to what it counts. */
function RecordFigures({ summary }: { summary: FieldSummary | undefined }) {
  const { t, number } = useI18n();
  const { asOf } = useAsOf();
  const { mechanism, meetings, hasAllMeetings } = useRecord();
  const linkTo = useLinkTo();
  // Of a list that could not be had it is not known that it is empty.
  const isListed = meetings.length > 0 || hasAllMeetings;
  const held = meetings.filter(({ date }) => !isAfter(date, asOf)).length;
  const confirmed = summary?.facets.status.find(({ value }) => value === 'confirmed')?.entries ?? 0;
  const figures = [
    ...(isListed
      ? ([{ count: held, to: linkTo(paths.meetings()), words: 'fields.figureMeetings' }] as const)
      : []),
    ...(summary
      ? ([
          {
            count: summary.total.entries,
            to: linkTo(paths.fields(), {}, '#entries'),
            words: 'fields.figureEntries',
          },
          {
            count: confirmed,
            to: linkTo(paths.fields(), { status: ['confirmed'] }, '#entries'),
            words: 'fields.figureConfirmed',
          },
        ] as const)
      : []),
  ] as const;
  return (
    <span className={styles.figures}>
      {figures.map(({ count, to, words }) => (
        <Link key={words} className={styles.figure} to={to}>
          <span className={styles.number}>{number(count)}</span>{' '}
          {t(words, { count, year: String(yearsOf(mechanism.since)[0]) })}
        </Link>
      ))}
    </span>
  );
}

interface Part {
  entries: number;
  /** Of all entries there, from 0 to 1; 0 where there are none. */
  share: number;
}

interface MeetingShare {
  field: Field;
  /** At the chosen meeting. */
  here: Part;
  /** At all meetings together. */
  all: Part;
}

/**
 * What share of the entries each field has, at one meeting and at all, from a summary by meeting: of the leading fields, and
 * of the chosen ones wherever they rank, so that a choice never falls out of sight.
 */
export function meetingShares(
  { rows, columns, total }: FieldSummary,
  meeting: number | null,
  chosen: readonly string[],
  atMost: number,
): MeetingShare[] {
  const ranked = rows
    .filter((row) => row.entries > 0 || chosen.includes(row.field.id))
    .toSorted((a, b) => b.entries - a.entries);
  const leading = ranked.slice(0, atMost);
  const missing = ranked.slice(atMost).filter((row) => chosen.includes(row.field.id));
  const isHere = ({ key }: { key: string }) => key === String(meeting);
  const allHere = columns.find(isHere)?.entries ?? 0;
  const part = (entries: number, of: number): Part => ({ entries, share: shareOf(entries, of) });
  return [...leading.slice(0, atMost - missing.length), ...missing].map((row) => ({
    field: row.field,
    here: part(row.cells.find(isHere)?.entries ?? 0, allHere),
    all: part(row.entries, total.entries),
  }));
}
