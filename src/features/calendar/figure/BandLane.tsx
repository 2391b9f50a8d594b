import { useMemo } from 'react';

import type { ExchangeYearSummary } from '#src/api/schemas/exchange-years.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { statusAsOf } from '#src/lib/dates/as-of.ts';
import { keptByKey } from '#src/lib/kept-by-key.ts';
import { partyColour } from '#src/record/colours.ts';
import type { FigureStage } from './figure-stage.ts';
import { FigureMark } from './FigureMark.tsx';
import styles from './figure.module.css';
import type { PlacedBand } from '../layout/layout-bands.ts';
import { bandWords } from '../items/mark-words.ts';
import { PartyGlyph } from '../items/PartyGlyph.tsx';

interface Props {
  y: number;
  bands: readonly PlacedBand[];
  /** Where the as-of date lies; what is to the right of it is still to come. */
  asOfX: number;
  /** The id of the hatching that covers what is still to come. */
  cover: string;
  /** The ids that are in focus; null where none is chosen, and so all stand alike. */
  focus: ReadonlySet<string> | null;
  stage: FigureStage;
}

/** A part narrower than this has no room for the shape of its host. */
const GLYPH_ROOM = 18;

interface BarProps extends Pick<Props, 'asOfX' | 'cover' | 'stage'> {
  band: PlacedBand;
  isAnnounced: boolean;
}

/** Drawn from the left end of the bar. */
function Bar({ band, isAnnounced, asOfX, cover, stage }: BarProps) {
  const { metrics, mechanism } = stage;
  const { left, right } = band.bar;
  const y = metrics.line;
  const whole = { x: 0.75, y, width: Math.max(1, right - left - 1.5), height: metrics.bar };
  if (!isAnnounced) {
    return <rect className={styles.unannounced} {...whole} rx={2} />;
  }
  const coverFrom = Math.max(whole.x, asOfX - left);
  return (
    <>
      {band.parts.map((part) => (
        <rect
          key={part.firstYear}
          className={styles.part}
          style={{ '--part': partyColour(mechanism, part.host) } as React.CSSProperties}
          x={part.left - left + 0.75}
          y={y}
          width={Math.max(1, part.right - part.left - 1.5)}
          height={metrics.bar}
        />
      ))}
      {coverFrom < whole.x + whole.width && (
        <rect
          fill={`url(#${cover})`}
          {...whole}
          x={coverFrom}
          width={whole.x + whole.width - coverFrom}
        />
      )}
      <rect className={styles.edge} {...whole} />
      {band.parts
        .filter((part) => part.right - part.left >= GLYPH_ROOM)
        .map((part) => (
          <PartyGlyph
            key={part.firstYear}
            mechanism={mechanism}
            party={part.host}
            x={part.left - left + metrics.bar * 0.75}
            y={y + metrics.bar / 2}
            size={metrics.bar * 0.55}
            look="hollow"
          />
        ))}
    </>
  );
}

/** The exchange years as labelled bars, each part in the colour and with the shape of its host. */
export function BandLane({ y: top, bands, focus, stage, ...rest }: Props) {
  const i18n = useI18n();
  const { metrics, mechanism, asOf } = stage;
  const wordsOf = useMemo(
    () => keptByKey((year: ExchangeYearSummary) => bandWords(year, mechanism, asOf, i18n)),
    [mechanism, asOf, i18n],
  );
  const statusOf = useMemo(
    () => keptByKey((year: ExchangeYearSummary) => statusAsOf(year, asOf)),
    [asOf],
  );
  const keys = bands.map(({ exchangeYear }) => `band-${exchangeYear.id}`);
  return (
    <g data-lane="bands" role="toolbar" aria-label={i18n.t('record.exchangeYears')}>
      {bands.map((band, index) => {
        const { exchangeYear, label, labelBox, bar, row } = band;
        const key = keys[index] ?? '';
        const y = top + row * metrics.bandRow;
        const isFocused = focus?.has(exchangeYear.id) ?? false;
        const labelLeft = labelBox.left - bar.left;
        const right = Math.max(bar.right, labelBox.right);
        const height = metrics.line + metrics.bar + 1;
        return (
          <FigureMark
            key={key}
            id={key}
            stage={stage}
            tabIndex={stage.keys.tabIndexOf('bands', key, keys)}
            words={wordsOf(key, exchangeYear)}
            at={{ x: bar.left, y }}
            box={{
              x: labelLeft - 3,
              y: -2,
              width: right - labelBox.left + 6,
              height: height + 3,
            }}
            to={stage.toExchangeYear(exchangeYear.id)}
            isSelected={isFocused}
            className={focus !== null && !isFocused ? styles.dimmed : undefined}
          >
            <text
              aria-hidden="true"
              className={`${styles.text} ${isFocused ? styles.strong : ''}`}
              x={labelLeft}
              y={metrics.text}
              fontSize={metrics.text}
              data-label="band"
            >
              {label}
            </text>
            <Bar
              band={band}
              isAnnounced={statusOf(key, exchangeYear) !== 'not-announced'}
              stage={stage}
              {...rest}
            />
          </FigureMark>
        );
      })}
    </g>
  );
}
