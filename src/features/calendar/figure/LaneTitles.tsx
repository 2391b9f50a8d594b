import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { FigureLayout } from '../layout/figure-layout.ts';
import type { FigureMetrics } from '../layout/figure-metrics.ts';
import styles from './figure.module.css';

interface Props {
  layout: FigureLayout;
  metrics: FigureMetrics;
}

/** What each lane holds, in a line of its own above it. Screen readers have it as the lane's name. */
export function LaneTitles({ layout: { hasBands, meetings, bands, points }, metrics }: Props) {
  const { t } = useI18n();
  const titles = [
    { y: meetings.y, title: t('calendar.laneMeetings') },
    ...(hasBands ? [{ y: bands.y, title: t('record.exchangeYears') }] : []),
    ...points,
  ];
  return (
    <g aria-hidden="true">
      {titles.map(({ y, title }) => (
        <text
          key={title}
          className={`${styles.text} ${styles.quiet}`}
          x={0}
          y={y - metrics.line + metrics.text}
          fontSize={metrics.markText}
          data-label="lane"
        >
          {title}
        </text>
      ))}
    </g>
  );
}
