import { precisionOf } from '#src/api/edtf.ts';
import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { CALENDAR_FILE_TYPE, toCalendarFile } from '#src/lib/calendar-file.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { Button } from '#src/ui/Button.tsx';
import { itemTitle } from './mark-words.ts';

/** Takes one event along as iCalendar; nothing where its day is not on record, since an event needs one. */
export function EventFileButton({ item }: { item: CalendarItem }) {
  const i18n = useI18n();
  const { mechanism } = useView();
  if (precisionOf(item.date) !== 'day') return null;
  const save = () => {
    const list = { title: mechanism.name, items: [item] };
    saveFile(`${item.id}.ics`, CALENDAR_FILE_TYPE, toCalendarFile(list, mechanism, i18n.language));
  };
  return (
    <Button
      look="plain"
      className="no-print"
      onClick={save}
      aria-label={i18n.t('calendar.eventFileOf', { title: itemTitle(item, i18n).text })}
    >
      {i18n.t('calendar.eventFile')}
    </Button>
  );
}
