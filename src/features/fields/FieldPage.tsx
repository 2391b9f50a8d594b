import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import type { Field } from '#src/api/schemas/common.ts';
import { toEntryFilters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf, useFilters } from '#src/address/use-address.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n, Name } from '#src/i18n/I18nContext.tsx';
import { unbroken } from '#src/lib/dates/unbroken.ts';
import { CitationTags } from '#src/record/cite/CitationTags.tsx';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { BelowFacts } from '#src/ui/waiting/BelowFacts.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { statusAsOf } from '#src/lib/dates/as-of.ts';
import { StatusMark } from '#src/record/StatusMark.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import type { FieldSummary } from '#src/api/schemas/entries.ts';
import { groupColour } from '#src/record/colours.ts';
import { MeetingLink } from '#src/record/MeetingLink.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { LateEntriesPanel } from './entries/late-entries-panel.tsx';
import { RatePanel } from './rate/RatePanel.tsx';
import styles from './field-page/FieldYearsPanel.module.css';
import { FieldRows } from './plot/FieldRows.tsx';
import toggleStyles from './plot/FieldToggle.module.css';

/** Everything about one cooperation field: its meetings, its exchange years, its entries. */
export function FieldPage() {
  const { t } = useI18n();
  const { taxonomy } = useRecord();
  const linkTo = useLinkTo();
  const { field: id = '' } = useParams();
  const field = taxonomy.fields.find((one) => one.id === id);
  // By itself: of another field nothing may stand here, however pale.
  if (field) return <KnownField key={id} field={field} />;
  return (
    <>
      <PageHeading title={t('fields.unknownTitle')} lead={t('fields.unknownLead', { id })} />
      <Link to={linkTo(paths.fields())}>{t('fields.openFields')}</Link>
    </>
  );
}

function KnownField({ field }: { field: Field }) {
  const { t, name, date } = useI18n();
  const { taxonomy } = useRecord();
  const { asOf } = useAsOf();
  const filters = useFilters();
  const api = useApi();
  const linkTo = useLinkTo();
  const params = toEntryFilters({ ...filters, field: [field.id] }, asOf);
  const query = useQuery(summaryQuery(api, { ...params, by: 'meeting' }));
  const group = taxonomy.groups.find(({ id }) => id === field.group);
  return (
    <>
      <PageHeading
        title={name(field.name)}
        lead={
          query.data
            ? t('fields.fieldLead', {
                group: group ? name(group.name) : '',
                entries: query.data.total.entries,
                meetings: query.data.total.meetings,
                date: unbroken(date(asOf)),
              })
            : null
        }
        actions={
          <>
            <Link to={linkTo(paths.fields(), { field: [field.id] })}>
              {t('fields.openInExplorer')}
            </Link>
            <CopyViewLink />
          </>
        }
      />
      <CitationTags what={{ kind: 'page', id: `field-${field.id}`, title: name(field.name) }} />
      <BelowFacts height={1600} facts={query}>
        <PanelBoundary>
          <RatePanel filters={{ ...filters, field: [field.id], group: [] }} />
        </PanelBoundary>
        <PanelBoundary>
          <FieldMeetingsPanel field={field} query={query} />
        </PanelBoundary>
        <PanelBoundary>
          <FieldYearsPanel field={field} />
        </PanelBoundary>
        <LateEntriesPanel params={params} />
      </BelowFacts>
    </>
  );
}

function FieldYearsPanel({ field }: { field: Field }) {
  const { t, date } = useI18n();
  const { exchangeYears, hasAllExchangeYears } = useRecord();
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  // The frame says that the list could not be had; here it must not look like a list without this field.
  if (!hasAllExchangeYears || exchangeYears.length === 0) return null;
  const own = exchangeYears.filter((year) => year.field.id === field.id);
  return (
    <Panel title={t('fields.years')}>
      {own.length === 0 ? (
        <p>{t('fields.noYears')}</p>
      ) : (
        <ul className="stack">
          {own.map((year) => (
            <li key={year.id} className={styles.year}>
              <Link to={linkTo(paths.exchangeYear(year.id))}>
                <Name of={year.name} />
              </Link>
              <span>{date(year.years)}</span>
              <StatusMark status={statusAsOf(year, asOf)} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface Props {
  field: Field;
  query: UseQueryResult<FieldSummary>;
}

/** How much each meeting says about the field, newest first; a meeting without a source is told apart from a silent one. */
function FieldMeetingsPanel({ field, query }: Props) {
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
        {({ columns, rows: [whole] }) => {
          const cells = new Map(whole?.cells.map((cell) => [cell.key, cell.entries]));
          const rows = columns.toReversed().map(({ key, sources = 0 }) => ({
            bar: { id: key, isDimmed: false, parts: [cells.get(key) ?? 0] },
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
              rows={rows}
              scale={{
                parts: [{ key: 'entries', colourOf: () => colour, titleOf }],
                max: Math.max(0, ...cells.values()),
                targetOf: (bar) => ({ to: evidence(bar.id) }),
              }}
            />
          );
        }}
      </QueryView>
    </Panel>
  );
}
