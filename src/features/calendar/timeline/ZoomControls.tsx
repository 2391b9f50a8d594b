import { useI18n } from '#src/i18n/I18nContext.tsx';
import { toDay } from '#src/lib/dates/day-number.ts';
import { Button } from '#src/ui/controls/Button.tsx';
import { Segmented } from '#src/ui/controls/Segmented.tsx';
import styles from './timeline.module.css';
import {
  levelOf,
  levelWindow,
  panWindow,
  zoomWindow,
  ZOOM_LEVELS,
  type TimeWindow,
} from '../layout/time-window.ts';

interface Props {
  window: TimeWindow;
  bounds: TimeWindow;
  /** The day that a level is centred on where the window is the whole. */
  centre: number;
  onChange: (window: TimeWindow) => void;
}

const STEP = 2;
const PAN = 0.5;

/** Zooming and moving through time by button; the line between says which stretch is in view. */
export function ZoomControls({ window, bounds, centre, onChange }: Props) {
  const { t, date } = useI18n();
  const level = levelOf(window, bounds);
  const middle = (window.from + window.to) / 2;
  const isIn = (day: number) => day >= window.from && day < window.to;
  const zoom = (factor: number) => onChange(zoomWindow(window, factor, middle, bounds));
  const pan = (share: number) => onChange(panWindow(window, share, bounds));
  const month = (day: number) => date(toDay(day).slice(0, 7), 'short');
  return (
    <div className={`${styles.controls} actions no-print`}>
      <Segmented
        label={t('calendar.zoom')}
        name="zoom"
        isLabelHidden
        options={ZOOM_LEVELS.map((value) => ({ value, label: t(`calendar.zoom-${value}`) }))}
        value={level}
        onChange={(next) => onChange(levelWindow(next, isIn(centre) ? centre : middle, bounds))}
      />
      <Button aria-label={t('calendar.zoomOut')} onClick={() => zoom(1 / STEP)}>
        −
      </Button>
      <Button aria-label={t('calendar.zoomIn')} onClick={() => zoom(STEP)}>
        +
      </Button>
      <Button
        aria-label={t('calendar.panBack')}
        disabled={window.from <= bounds.from}
        onClick={() => pan(-PAN)}
      >
        ←
      </Button>
      <Button
        aria-label={t('calendar.panOn')}
        disabled={window.to >= bounds.to}
        onClick={() => pan(PAN)}
      >
        →
      </Button>
      <output className={`${styles.span} small quiet`}>
        {t('calendar.inView', {
          from: month(window.from),
          to: month(window.to - 1),
          isOne: String(month(window.from) === month(window.to - 1)),
        })}
      </output>
    </div>
  );
}
