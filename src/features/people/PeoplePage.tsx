import { useQueries } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { commissionsQuery, peopleQuery } from '#src/api/queries.ts';
import type { CommissionList, Commission } from '#src/api/schemas/calendar.ts';
import type { PersonList } from '#src/api/schemas/meetings.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { peopleAsOf } from '#src/lib/dates/terms-as-of.ts';
import { CopyViewLink } from '#src/record/view-link/CopyViewLink.tsx';
import { PageHeading } from '#src/ui/PageHeading.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { CommissionsPanel } from './CommissionsPanel.tsx';
import { CoChairsPanel } from './CoChairsPanel.tsx';

/** The bodies that existed on a day, with the sessions that they had held by then. */
function commissionsAsOf(commissions: readonly Commission[], asOf: string): Commission[] {
  return commissions
    .filter(({ founded }) => founded === null || !isAfter(founded, asOf))
    .map((commission) => ({
      ...commission,
      sessions: commission.sessions.filter(({ date }) => !isAfter(date, asOf)),
    }));
}

/** Who presides over the meetings, and which standing bodies work between them. */
export function PeoplePage() {
  const { t, name } = useI18n();
  const api = useApi();
  const { mechanism, meetings } = useRecord();
  const { asOf } = useAsOf();
  const [people, commissions] = useQueries({
    queries: [
      {
        ...peopleQuery(api),
        select: ({ items }: PersonList) => peopleAsOf(items, meetings, asOf),
      },
      {
        ...commissionsQuery(api),
        select: ({ items }: CommissionList) => commissionsAsOf(items, asOf),
      },
    ],
  });
  return (
    <>
      <PageHeading
        title={t('people.title')}
        lead={name(mechanism.name)}
        actions={<CopyViewLink />}
      />
      <PanelBoundary>
        <CoChairsPanel query={people} />
      </PanelBoundary>
      <PanelBoundary>
        <CommissionsPanel query={commissions} />
      </PanelBoundary>
    </>
  );
}
