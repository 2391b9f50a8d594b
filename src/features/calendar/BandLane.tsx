import { useI18n } from '#src/i18n/I18nContext.tsx';
import { statusAsOf } from '#src/lib/as-of.ts';
import { partyColour } from '#src/record/colours.ts';
import type { FigureStage } from './figure-stage.ts';
import { FigureMark } from './FigureMark.tsx';
import styles from './figure.module.css';
import type { PlacedBand } from './layout-bands.ts';
import { bandWords } from './mark-words.ts';
import { PartyGlyph } from './PartyGlyph.tsx';

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

function Bar({
  band,
  y,
  asOfX,
  cover,
  stage,
}: Omit<Props, 'bands' | 'focus'> & { band: PlacedBand }) {
  const { metrics, mechanism, asOf } = stage;
  const { left, right } = band.bar;
  const whole = { x: left + 0.75, y, width: Math.max(1, right - left - 1.5), height: metrics.bar };
  if (statusAsOf(band.exchangeYear, asOf) === 'not-announced') {
    return <rect className={styles.unannounced} {...whole} rx={2} />;
  }
  const coverFrom = Math.max(whole.x, asOfX);
  return (
    <>
      {band.parts.map((part) => (
        <rect
          key={part.firstYear}
          className={styles.part}
          style={{ '--part': partyColour(mechanism, part.host) } as React.CSSProperties}
          x={part.left + 0.75}
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
            x={part.left + metrics.bar * 0.75}
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
  const { metrics } = stage;
  const keys = bands.map(({ exchangeYear }) => `band-${exchangeYear.id}`);
  return (
    <g data-lane="bands" role="toolbar" aria-label={i18n.t('calendar.laneBands')}>
      {bands.map((band, index) => {
        const { exchangeYear, label, labelBox, bar, row } = band;
        const key = keys[index] ?? '';
        const y = top + row * metrics.bandRow;
        const isFocused = focus?.has(exchangeYear.id) ?? false;
        const right = Math.max(bar.right, labelBox.right);
        const height = metrics.line + metrics.bar + 1;
        return (
          <FigureMark
            key={key}
            id={key}
            stage={stage}
            tabIndex={stage.keys.tabIndexOf('bands', key, keys)}
            words={bandWords(exchangeYear, stage.mechanism, stage.asOf, i18n)}
            box={{
              x: labelBox.left - 3,
              y: y - 2,
              width: right - labelBox.left + 6,
              height: height + 3,
            }}
            to={stage.toExchangeYear(exchangeYear.id)}
            isSelected={isFocused}
            className={focus !== null && !isFocused ? styles.dimmed : undefined}
          >
            <text
              className={`${styles.text} ${isFocused ? styles.strong : ''}`}
              x={labelBox.left}
              y={y + metrics.text}
              fontSize={metrics.text}
              data-label="band"
            >
              {label}
            </text>
            <Bar band={band} y={y + metrics.line} stage={stage} {...rest} />
          </FigureMark>
        );
      })}
    </g>
  );
}
