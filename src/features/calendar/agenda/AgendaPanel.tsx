import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import type { CalendarParams } from '#src/api/params.ts';
import { calendarQuery } from '#src/api/queries.ts';
import { useFilters, useParameter } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LateTextOffers } from '#src/record/late-text-offers.ts';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/QueryView.tsx';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import { toAgenda } from '../items/agenda.ts';
import { AgendaFilters } from './AgendaFilters.tsx';
import { AgendaList } from '../items/AgendaList.tsx';
import { AroundAsOf } from './AroundAsOf.tsx';
import { CalendarFileActions } from '../items/CalendarFileActions.tsx';

const HEIGHT = 600;

/** What the agenda asks for: the filters that dated things have. */
function useAgendaParams(): CalendarParams {
  const filters = useFilters();
  const [kind] = useParameter('type');
  const { field, exchangeYear, q } = filters;
  return useMemo(
    () => ({
      ...(kind.length > 0 && { kind: [...kind] }),
      ...(field.length > 0 && { field }),
      ...(exchangeYear.length > 0 && { exchangeYear }),
      ...(q !== '' && { q }),
    }),
    [kind, field, exchangeYear, q],
  );
}

/** Everything dated as a list by month: the form for reading through, for printing and for taking along. */
export function AgendaPanel() {
  const { t } = useI18n();
  const params = useAgendaParams();
  const query = useQuery(calendarQuery(useApi(), params));
  const total = query.data?.total;
  return (
    <Panel
      title={
        total === undefined ? t('calendar.agenda') : t('calendar.agendaCount', { count: total })
      }
      lead={t('calendar.agendaLead')}
      actions={query.data && <CalendarFileActions list={query.data} params={params} />}
    >
      <AgendaFilters />
      <QueryView query={query} skeleton={<Skeleton height={HEIGHT} />}>
        {({ items }) => (
          <>
            <AroundAsOf items={items} />
            {items.length === 0 ? (
              <>
                <p>
                  {t(
                    Object.keys(params).length === 0
                      ? 'calendar.agendaNone'
                      : 'calendar.agendaEmpty',
                  )}
                </p>
                <LateTextOffers />
              </>
            ) : (
              <AgendaList years={toAgenda(items)} />
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
}
