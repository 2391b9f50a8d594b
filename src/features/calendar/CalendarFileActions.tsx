import { precisionOf } from '#src/api/edtf.ts';
import { useBackend } from '#src/api/BackendContext.ts';
import { toQuery } from '#src/api/client.ts';
import type { CalendarParams } from '#src/api/params.ts';
import type { CalendarItemList } from '#src/api/schemas/calendar.ts';
import { useView } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { CALENDAR_FILE_TYPE, toCalendarFile } from '#src/lib/calendar-file.ts';
import { saveFile } from '#src/lib/save-file.ts';
import { Button } from '#src/ui/Button.tsx';
import styles from './agenda.module.css';

interface Props {
  list: Pick<CalendarItemList, 'title' | 'items'>;
  /** What the list was asked with, for the address that a calendar program can follow. */
  params: CalendarParams;
  /** The file's name without its ending. */
  fileName?: string;
}

/** Takes the list along as iCalendar: as a file, and as an address to subscribe to where a server answers. */
export function CalendarFileActions({ list, params, fileName = 'calendar' }: Props) {
  const { t, language } = useI18n();
  const { mechanism } = useView();
  const backend = useBackend();
  const events = list.items.filter(({ date }) => precisionOf(date) === 'day').length;
  const others = list.items.length - events;
  const subscription = `${backend.address}/calendar.ics${toQuery({ ...params, lang: language })}`;
  return (
    <div className={`${styles.file} no-print`}>
      <Button
        disabled={events === 0}
        onClick={() =>
          saveFile(`${fileName}.ics`, CALENDAR_FILE_TYPE, toCalendarFile(list, mechanism, language))
        }
      >
        {t('calendar.download', { count: events })}
      </Button>
      {backend.mode === 'remote' && (
        <a href={subscription.replace(/^https?:/, 'webcal:')}>{t('calendar.subscribe')}</a>
      )}
      {others > 0 && (
        <span className={styles.label}>{t('calendar.leftOut', { count: others })}</span>
      )}
    </div>
  );
}
