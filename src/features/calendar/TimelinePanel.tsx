import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { calendarQuery } from '#src/api/queries.ts';
import { useChoice } from '#src/filters/choices.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/QueryView.tsx';
import { Segmented } from '#src/ui/Segmented.tsx';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import type { PointLane } from './figure-layout.ts';
import { GapsNote } from './GapsNote.tsx';
import { toDatedItems } from './layout-points.ts';
import { Timeline } from './Timeline.tsx';
import { YearLinks } from './YearLinks.tsx';

const HEIGHT = 330;

/** The whole calendar on one axis, to zoom into; with the years to go to and the gaps in the record. */
export function TimelinePanel() {
  const { t } = useI18n();
  const query = useQuery(calendarQuery(useApi(), {}));
  const [sessions, setSessions] = useChoice('sessions');
  const items = query.data?.items;
  const lanes = useMemo((): PointLane[] => {
    const dated = toDatedItems(items ?? []);
    const events: PointLane = {
      id: 'events',
      title: t('calendar.laneEvents'),
      dated: dated.filter(({ item: { kind } }) => kind !== 'meeting' && kind !== 'session'),
    };
    const held: PointLane = {
      id: 'sessions',
      title: t('calendar.laneSessions'),
      dated: dated.filter(({ item: { kind } }) => kind === 'session'),
    };
    return sessions === 'show' ? [events, held] : [events];
  }, [items, sessions, t]);
  return (
    <Panel
      title={t('calendar.timeline')}
      lead={t('calendar.timelineLead')}
      note={<GapsNote />}
      actions={
        <Segmented
          label={t('calendar.laneSessions')}
          options={[
            { value: 'hide', label: t('calendar.sessions-hide') },
            { value: 'show', label: t('calendar.sessions-show') },
          ]}
          value={sessions}
          onChange={setSessions}
        />
      }
    >
      <QueryView query={query} skeleton={<Skeleton height={HEIGHT} />}>
        {() => <Timeline lanes={lanes} />}
      </QueryView>
      <YearLinks />
    </Panel>
  );
}
