import { precisionOf } from '#src/api/edtf.ts';
import { useBackend } from '#src/api/BackendContext.ts';
import { toQuery } from '#src/api/client.ts';
import type { CalendarParams } from '#src/api/params.ts';
import type { CalendarItemList } from '#src/api/schemas/calendar.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { CopyButton } from '#src/ui/controls/CopyButton.tsx';
import styles from './agenda.module.css';
import { CalendarFileButton } from './CalendarFileButton.tsx';

interface Props {
  list: Pick<CalendarItemList, 'title' | 'items'>;
  /** What the list was asked with, for the address that a calendar program can follow. */
  params: CalendarParams;
  /** The file's name without its ending. */
  fileName?: string;
}

/** The address that a calendar program can follow: as a link that opens one, in words, and to copy. */
function Subscription({ address }: { address: string }) {
  const { t } = useI18n();
  return (
    <p className={styles.subscription}>
      <a href={address.replace(/^https?:/, 'webcal:')}>{t('calendar.subscribe')}</a>
      <code translate="no">{address}</code>
      <CopyButton label={t('calendar.copySubscription')} text={() => address} />
    </p>
  );
}

/** Takes the list along as iCalendar: as a file, and as an address to subscribe to where a server answers. */
export function CalendarFileActions({ list, params, fileName = 'calendar' }: Props) {
  const { t, language } = useI18n();
  const backend = useBackend();
  const events = list.items.filter(({ date }) => precisionOf(date) === 'day').length;
  const others = list.items.length - events;
  const address =
    backend.mode === 'remote'
      ? `${backend.address}/calendar.ics${toQuery({ ...params, lang: language })}`
      : null;
  return (
    <div className={`${styles.file} no-print`}>
      <CalendarFileButton list={list} fileName={fileName} address={address} disabled={events === 0}>
        {t('calendar.download', { count: events })}
      </CalendarFileButton>
      {others > 0 && <span className="tiny quiet">{t('calendar.leftOut', { count: others })}</span>}
      {address !== null && <Subscription address={address} />}
    </div>
  );
}
