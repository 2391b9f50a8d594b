import type { UseQueryResult } from '@tanstack/react-query';

import type { Field } from '#src/api/schemas/common.ts';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { groupColour } from '#src/record/colours.ts';
import { MeetingLink } from '#src/record/MeetingLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { FieldRows } from '../plot/FieldRows.tsx';
import { FieldsPlot } from '../plot/lazy-plots.ts';
import toggleStyles from '../plot/FieldToggle.module.css';

interface Props {
  field: Field;
  /** The field's summary by meeting. */
  query: UseQueryResult<FieldSummary>;
}

const ROW_HEIGHT = 24;

/** How much each meeting says about the field, newest first; a meeting without a source is told apart from a silent one. */
export function FieldMeetingsPanel({ field, query }: Props) {
  const { t, name, number } = useI18n();
  const { taxonomy } = useRecord();
  const linkTo = useLinkTo();
  const colour = groupColour(taxonomy, field.group);
  const evidence = (key: string) =>
    linkTo(paths.fields(), { field: [field.id], meeting: [Number(key)] }, '#entries');
  const titleOf = (bar: { id: string }, count: number) =>
    t('fields.partTitle', {
      field: name(field.name),
      part: t('record.meetingShort', { ordinal: Number(bar.id) }),
      count,
    });
  return (
    <Panel title={t('fields.byMeeting')} lead={t('fields.byMeetingLead')}>
      <QueryView query={query} height={600}>
        {({ columns, rows }) => {
          const cells = new Map(rows[0]?.cells.map((cell) => [cell.key, cell.entries]));
          const bars = columns.toReversed().map(({ key, sources = 0 }) => ({
            id: key,
            label: <MeetingLink ordinal={Number(key)} />,
            value: cells.has(key) ? (
              <Link
                className={toggleStyles.count}
                to={evidence(key)}
                aria-label={t('fields.entriesOf', {
                  count: cells.get(key) ?? 0,
                  field: t('record.meetingShort', { ordinal: Number(key) }),
                })}
              >
                {number(cells.get(key) ?? 0)}
              </Link>
            ) : (
              <span title={t(sources === 0 ? 'fields.notRead' : 'fields.notMentioned')}>
                {sources === 0 ? '?' : '–'}
              </span>
            ),
          }));
          return (
            <FieldRows
              label={t('fields.byMeeting')}
              rows={bars}
              rowHeight={ROW_HEIGHT}
              renderPlot={(rowHeight, isBarBelow) => (
                <FieldsPlot
                  bars={bars.map(({ id }) => ({
                    id,
                    isDimmed: false,
                    parts: [cells.get(id) ?? 0],
                  }))}
                  parts={[{ key: 'entries', colourOf: () => colour, titleOf }]}
                  max={Math.max(0, ...cells.values())}
                  rowHeight={rowHeight}
                  isBarBelow={isBarBelow}
                  aimOf={(bar) => ({ to: evidence(bar.id) })}
                />
              )}
            />
          );
        }}
      </QueryView>
    </Panel>
  );
}
