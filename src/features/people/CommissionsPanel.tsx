import type { UseQueryResult } from '@tanstack/react-query';

import type { Commission } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { CommissionCard } from './CommissionCard.tsx';
import styles from './CommissionsPanel.module.css';
import { sessionGaps } from './session-gaps.ts';

/** The standing bodies under the mechanism, each with its sessions on record. */
export function CommissionsPanel({ query }: { query: UseQueryResult<Commission[]> }) {
  const { t } = useI18n();
  const sessions = query.data?.reduce((sum, body) => sum + body.sessions.length, 0);
  const hasGaps = query.data?.some((body) => {
    const gaps = sessionGaps(body.sessions);
    return gaps !== null && gaps.known < gaps.last;
  });
  return (
    <Panel
      title={t('people.commissions')}
      {...(sessions !== undefined &&
        sessions > 0 && {
          lead: t(hasGaps ? 'people.commissionsLead' : 'people.commissionsWhole', { sessions }),
        })}
    >
      <QueryView query={query} skeleton={<Skeleton height={960} />}>
        {(items) =>
          items.length === 0 ? (
            <p>{t('people.noCommissions')}</p>
          ) : (
            <div className={styles.list}>
              {items.map((commission) => (
                <CommissionCard key={commission.id} commission={commission} />
              ))}
            </div>
          )
        }
      </QueryView>
    </Panel>
  );
}
