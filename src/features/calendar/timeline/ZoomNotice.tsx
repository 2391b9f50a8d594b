import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toDay } from '#src/lib/dates/day-number.ts';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import type { TimeWindow } from '../layout/time-window.ts';

interface Props {
  /** The stretch that the address asks for, as it stands there. */
  unreached: string;
  bounds: TimeWindow;
}

/** Says that the address asks for a time that the axis does not reach, and how far the axis does. */
export function ZoomNotice({ unreached, bounds }: Props) {
  const { t, date } = useI18n();
  const year = (day: number) => toDay(day).slice(0, 4);
  return (
    <Notice tone="warn">
      <p>
        {t('calendar.zoomBeyond', {
          asked: date(unreached),
          from: year(bounds.from),
          to: year(bounds.to - 1),
        })}
      </p>
    </Notice>
  );
}
