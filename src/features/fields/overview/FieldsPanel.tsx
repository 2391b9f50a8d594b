import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import type { Field } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useAsOf, useFilters } from '#src/address/use-address.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { groupColour } from '#src/record/colours.ts';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { FieldRows } from '../plot/FieldRows.tsx';
import { FieldToggle } from '../plot/FieldToggle.tsx';
import toggleStyles from '../plot/FieldToggle.module.css';
import { findingWords, findLeader } from '../series/field-finding.ts';
import { FieldsPlot } from '../plot/lazy-plots.ts';

interface Props {
  /** The ordinal of the meeting whose share of each bar is emphasised; null for none. */
  meeting: number | null;
}

const ROW_HEIGHT = 24;
const ROWS_AT_MOST = 12;

/** The overview's chart: the leading fields over all meetings, with the chosen meeting's share of each. */
export function FieldsPanel({ meeting }: Props) {
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
      <QueryView query={query} height={ROWS_AT_MOST * ROW_HEIGHT}>
        {(summary) => <Shares summary={summary} meeting={meeting} />}
      </QueryView>
    </Panel>
  );
}

interface MeetingShare {
  field: Field;
  /** Entries of the chosen meeting. */
  here: number;
  /** Entries of all the other meetings. */
  others: number;
}

/**
 * Splits each field's count into one meeting's entries and the rest, from a summary by meeting: the leading fields, and
 * the chosen ones wherever they rank, so that a choice never falls out of sight.
 */
function meetingShares(
  summary: FieldSummary,
  meeting: number | null,
  chosen: readonly string[],
  atMost: number,
): MeetingShare[] {
  const ranked = summary.rows
    .filter((row) => row.entries > 0 || chosen.includes(row.field.id))
    .toSorted((a, b) => b.entries - a.entries);
  const leading = ranked.slice(0, atMost);
  const missing = ranked.slice(atMost).filter((row) => chosen.includes(row.field.id));
  return [...leading.slice(0, atMost - missing.length), ...missing].map((row) => {
    const here = row.cells.find(({ key }) => key === String(meeting))?.entries ?? 0;
    return { field: row.field, here, others: row.entries - here };
  });
}

function Shares({ summary, meeting }: { summary: FieldSummary; meeting: number | null }) {
  const { t, name, number } = useI18n();
  const { taxonomy } = useRecord();
  const filters = useFilters();
  const linkTo = useLinkTo();
  const shares = meetingShares(summary, meeting, filters.field, ROWS_AT_MOST);
  const colourOf = ({ id }: { id: string }) =>
    groupColour(taxonomy, taxonomy.fields.find((field) => field.id === id)?.group ?? '');
  const nameOf = (id: string) => {
    const field = taxonomy.fields.find((one) => one.id === id);
    return field ? name(field.name) : id;
  };
  const meetingLabel = meeting === null ? '' : t('record.meetingShort', { ordinal: meeting });
  const partOf = (part: string) => (bar: { id: string }, count: number) =>
    t('fields.partTitle', { field: nameOf(bar.id), part, count });
  const parts = [
    { key: 'here', colourOf, titleOf: partOf(meetingLabel) },
    { key: 'others', isHollow: true, colourOf, titleOf: partOf(t('fields.otherMeetings')) },
  ];
  const entriesOf = (field: string, isHere = false) => {
    const own = isHere && meeting !== null ? { meeting: [meeting] } : {};
    return linkTo(paths.fields(), { field: [field], ...own }, '#entries');
  };
  return (
    <>
      <FieldRows
        label={t('fields.listLabel')}
        rows={shares.map(({ field, here, others }) => ({
          id: field.id,
          label: <FieldToggle field={field} />,
          value: (
            <Link
              className={toggleStyles.count}
              to={entriesOf(field.id)}
              aria-label={t('fields.entriesOf', {
                count: here + others,
                field: name(field.name),
              })}
            >
              {number(here + others)}
            </Link>
          ),
        }))}
        rowHeight={ROW_HEIGHT}
        renderPlot={(rowHeight, isBarBelow) => (
          <FieldsPlot
            bars={shares.map(({ field, here, others }) => ({
              id: field.id,
              isDimmed: filters.field.length > 0 && !filters.field.includes(field.id),
              parts: [here, others],
            }))}
            parts={parts}
            max={Math.max(0, ...shares.map(({ here, others }) => here + others))}
            rowHeight={rowHeight}
            isBarBelow={isBarBelow}
            aimOf={(bar, key) => ({ to: entriesOf(bar.id, key === 'here') })}
          />
        )}
      />
      {meeting !== null && (
        <p className={toggleStyles.note}>{t('fields.compactNote', { meeting: meetingLabel })}</p>
      )}
    </>
  );
}
