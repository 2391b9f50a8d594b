import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useApi } from '#src/api/ApiContext.ts';
import { commissionsQuery } from '#src/api/queries.ts';
import type { SourceDetail } from '#src/api/schemas/sources.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { Name, useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { MeetingLink } from '#src/record/MeetingLink.tsx';
import { Link } from '#src/ui/Link.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import styles from './SourcePage.module.css';
import type { Commission } from '#src/api/schemas/calendar.ts';
import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import type { MeetingSummary } from '#src/api/schemas/meetings.ts';

/** A line of what rests on the document: what, how much of it, and whether it rests on nothing else. */
function Held({
  children,
  amount,
  isAlone,
}: {
  children: ReactNode;
  amount: ReactNode;
  isAlone: boolean;
}) {
  const { t } = useI18n();
  return (
    <li>
      {children}
      {amount !== '' && <span className={`${styles.amount} quiet`}>{amount}</span>}
      {isAlone && <strong className={styles.alone}>{t('sources.meetingAloneMark')}</strong>}
    </li>
  );
}

/** The meetings, exchange years and commissions that cite the document. */
export function SourceHolds({ source }: { source: SourceDetail }) {
  const { t, list } = useI18n();
  const { meetings, exchangeYears } = useRecord();
  const { asOf } = useAsOf();
  const linkTo = useLinkTo();
  // Asked only where one of them rests on the document: whether it rests on nothing else.
  const isAsked = source.commissions.length > 0;
  const bodies = useQuery({ ...commissionsQuery(useApi()), enabled: isAsked });
  const commissions = bodies.data?.items ?? [];
  const alone = loneSupport(source, { meetings, exchangeYears, commissions });
  const held = source.meetings.filter(({ date }) => !isAfter(date, asOf));
  const entriesOf = (ordinal: number) =>
    linkTo(paths.fields(), { source: [source.id], meeting: [ordinal] }, '#entries');
  const counted = (parts: readonly (readonly [number, string])[]) =>
    list(parts.filter(([count]) => count > 0).map(([, words]) => words));
  return (
    <>
      {held.length > 0 && (
        <Panel id="meetings" title={t('app.meetings')}>
          <ul className="stack small">
            {held.map(({ ordinal, date, entries }) => (
              <Held
                key={ordinal}
                isAlone={alone.meetings.has(ordinal)}
                amount={
                  entries === 0 ? (
                    t('sources.meetingOnly')
                  ) : (
                    <Link to={entriesOf(ordinal)}>
                      {t('sources.entryCount', { count: entries })}
                    </Link>
                  )
                }
              >
                <MeetingLink ordinal={ordinal} date={date} />
              </Held>
            ))}
          </ul>
        </Panel>
      )}
      {source.exchangeYears.length > 0 && (
        <Panel id="exchange-years" title={t('record.exchangeYears')}>
          <ul className="stack small">
            {source.exchangeYears.map(({ id, name, events, figures }) => (
              <Held
                key={id}
                isAlone={alone.exchangeYears.has(id)}
                amount={counted([
                  [events, t('sources.yearEvents', { count: events })],
                  [figures, t('sources.yearFigures', { count: figures })],
                ])}
              >
                <Link to={linkTo(paths.exchangeYear(id))}>
                  <Name of={name} />
                </Link>
              </Held>
            ))}
          </ul>
        </Panel>
      )}
      {source.commissions.length > 0 && (
        <Panel id="commissions" title={t('sources.commissionsTitle')}>
          <LostAnswers of={[bodies]} />
          <ul className="stack small">
            {source.commissions.map(({ id, name, sessions }) => (
              <Held
                key={id}
                isAlone={alone.commissions.has(id)}
                amount={counted([[sessions, t('sources.commissionSessions', { count: sessions })]])}
              >
                <Link to={linkTo(paths.people(), {}, `#body-${id}`)}>
                  <Name of={name} />
                </Link>
              </Held>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

interface RecordLists {
  meetings: readonly Pick<MeetingSummary, 'ordinal' | 'sources'>[];
  exchangeYears: readonly Pick<ExchangeYearSummary, 'id' | 'sources'>[];
  commissions: readonly Pick<Commission, 'id' | 'sources' | 'sessions'>[];
}

/** What would be left without any document if this one fell away. */
interface LoneSupport {
  meetings: ReadonlySet<number>;
  exchangeYears: ReadonlySet<string>;
  commissions: ReadonlySet<string>;
}

function documentsOf({ sources, sessions }: RecordLists['commissions'][number]): number {
  const cited = sessions.flatMap(({ source }) => (source === null ? [] : [source]));
  return new Set([...sources, ...cited].map(({ id }) => id)).size;
}

/** Of what rests on a document, that which rests on no other. */
export function loneSupport(detail: SourceDetail, record: RecordLists): LoneSupport {
  const lone = <Id, Item>(
    items: readonly Item[],
    cited: readonly Id[],
    read: (item: Item) => { id: Id; documents: number },
  ) =>
    new Set(
      items
        .map(read)
        .filter(({ id, documents }) => documents === 1 && cited.includes(id))
        .map(({ id }) => id),
    );
  return {
    meetings: lone(
      record.meetings,
      detail.meetings.map(({ ordinal }) => ordinal),
      ({ ordinal, sources }) => ({ id: ordinal, documents: sources }),
    ),
    exchangeYears: lone(
      record.exchangeYears,
      detail.exchangeYears.map(({ id }) => id),
      ({ id, sources }) => ({ id, documents: sources }),
    ),
    commissions: lone(
      record.commissions,
      detail.commissions.map(({ id }) => id),
      (commission) => ({ id: commission.id, documents: documentsOf(commission) }),
    ),
  };
}
