import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import type { Field } from '#src/api/schemas/common.ts';
import { toEntryFilters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf, useFilters } from '#src/address/use-address.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { unbroken } from '#src/lib/dates/unbroken.ts';
import { CitationTags } from '#src/record/cite/CitationTags.tsx';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { LateEntriesPanel } from './entries/late-entries-panel.tsx';
import { FieldMeetingsPanel } from './field-page/FieldMeetingsPanel.tsx';
import { FieldYearsPanel } from './field-page/FieldYearsPanel.tsx';
import { RatePanel } from './rate/RatePanel.tsx';

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
            : undefined
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
    </>
  );
}
