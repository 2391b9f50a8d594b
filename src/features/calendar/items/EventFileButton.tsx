import { precisionOf } from '#src/api/edtf.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { CalendarFileButton } from './CalendarFileButton.tsx';
import { itemTitle } from './mark-words.ts';

/** Takes one event along as iCalendar; nothing where its day is not on record, since an event needs one. */
export function EventFileButton({ item }: { item: CalendarItem }) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  if (precisionOf(item.date) !== 'day') return null;
  return (
    <CalendarFileButton
      list={{ title: mechanism.name, items: [item] }}
      fileName={item.id}
      // No address gives one event alone, and a file that is refreshed from another would grow.
      address={null}
      look="plain"
      className="no-print"
      aria-label={i18n.t('calendar.eventFileOf', { title: itemTitle(item, i18n).text })}
    >
      {i18n.t('calendar.eventFile')}
    </CalendarFileButton>
  );
}
