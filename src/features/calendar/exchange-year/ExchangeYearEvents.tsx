import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { calendarQuery } from '#src/api/queries.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import type { ExchangeYear, ExchangeYearEvent } from '#src/api/schemas/exchange-years.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { isAfter } from '#src/lib/dates/as-of.ts';
import { Reference } from '#src/record/evidence/Reference.tsx';
import { RecordText } from '#src/record/RecordText.tsx';
import { LostAnswers } from '#src/ui/waiting/LostAnswers.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { CalendarFileActions } from '../items/CalendarFileActions.tsx';
import { EventFileButton } from '../items/CalendarFileButton.tsx';
import styles from './exchange-year.module.css';
import items from '../items/items.module.css';
import { KindGlyph } from '../items/KindGlyph.tsx';
import { dateWords, itemKindWords, isHollow } from '../items/mark-words.ts';

interface LineProps {
  event: ExchangeYearEvent;
  id: string | undefined;
  /** The same event as the calendar has it; null until it has come. */
  item: CalendarItem | null;
}

function EventLine({ event, id, item }: LineProps) {
  const i18n = useI18n();
  const { t, name } = i18n;
  const { asOf } = useAsOf();
  const isToCome = isAfter(event.date, asOf);
  return (
    <li className={styles.event} id={id} tabIndex={id === undefined ? undefined : -1}>
      <svg width={12} height={12} className={items.glyph} aria-hidden="true">
        <KindGlyph kind={event.kind} x={6} y={6} size={9} isHollow={isHollow(event.date, asOf)} />
      </svg>
      <div className={items.words}>
        <p className={`${items.facts} flow tiny quiet`}>
          <time dateTime={event.date}>{dateWords(event, i18n)}</time>
          <span>{itemKindWords(event.kind, { t })}</span>
          <span>{event.place ? name(event.place.name) : t('calendar.noPlace')}</span>
          {isToCome && <span>{t('calendar.toCome')}</span>}
        </p>
        <p>
          <RecordText of={event} /> <Reference fact={event} told={event} />
        </p>
        <p className={`${styles.source} tiny quiet`}>{item && <EventFileButton item={item} />}</p>
      </div>
    </li>
  );
}

/** All dated events in order, each with its source; an address can point at a day. */
export function ExchangeYearEvents({ exchangeYear }: { exchangeYear: ExchangeYear }) {
  const { t } = useI18n();
  const { id, events } = exchangeYear;
  const params = { exchangeYear: [id] };
  const calendar = useQuery(calendarQuery(useApi(), params));
  const itemOf = ({ date, text }: ExchangeYearEvent) =>
    calendar.data?.items.find((item) => item.date === date && item.text?.text === text) ?? null;
  const isFirstOfDay = (index: number) =>
    events.findIndex(({ date }) => date === events[index]?.date) === index;
  return (
    <Panel
      title={t('calendar.events', { count: events.length })}
      actions={
        calendar.data &&
        calendar.data.items.length > 0 &&
        !calendar.isPlaceholderData && (
          <CalendarFileActions list={calendar.data} params={params} fileName={id} />
        )
      }
    >
      <LostAnswers of={[calendar]} />
      {events.length === 0 ? (
        <p className={styles.gap}>{t('calendar.noEvents')}</p>
      ) : (
        <ol className={styles.list}>
          {events.map((event, index) => (
            <EventLine
              key={`${event.date} ${event.text}`}
              event={event}
              item={itemOf(event)}
              id={isFirstOfDay(index) ? `event-${event.date}` : undefined}
            />
          ))}
        </ol>
      )}
    </Panel>
  );
}
