import { useState, type ComponentProps } from 'react';

import type { CalendarItemList, CalendarItem } from '#src/api/schemas/calendar.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { saveFile } from '#src/lib/save-file.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { precisionOf } from '#src/api/edtf.ts';
import { itemTitle } from './mark-words.ts';

interface Props extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  list: Pick<CalendarItemList, 'title' | 'items'>;
  /** The file's name without its ending. */
  fileName: string;
  /** Where a calendar program can have the same list again; null where no server answers. */
  address: string | null;
}

/** Saves the list as iCalendar; what writes it is loaded at the press, so that may fail, and is said then. */
export function CalendarFileButton({ list, fileName, address, ...props }: Props) {
  const { t, language } = useI18n();
  const { mechanism } = useRecord();
  const [hasFailed, setHasFailed] = useState(false);
  const save = async () => {
    try {
      const { CALENDAR_FILE_TYPE, toCalendarFile } = await import('#src/lib/calendar-file.ts');
      const file = toCalendarFile(list, mechanism, language, address);
      saveFile(`${fileName}.ics`, CALENDAR_FILE_TYPE, file);
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  };
  return (
    <>
      <Button {...props} onClick={() => void save()} />
      <span role="status">{hasFailed && t('calendar.fileFailed')}</span>
    </>
  );
}

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
