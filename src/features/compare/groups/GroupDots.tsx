import type { Choice } from '#src/address/parameters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { Link } from '#src/ui/Link.tsx';
import { axisMarks, compareGroups, type ComparedRow } from './group-figures.ts';
import styles from './GroupDots.module.css';
import { GroupMark } from './GroupMark.tsx';
import type { Sides } from './GroupsPanel.tsx';
import { useGroupEvidence } from './use-group-evidence.ts';
import { useScaleWords } from './use-scale-words.ts';

const MARKS = ['a', 'b'] as const;
const percent = (part: number) => `${100 * part}%`;

interface Props {
  sides: Sides;
  scale: Choice<'scale'>;
}

/** Two dots a field on one scale, with their values, each of which leads to its entries. */
export function GroupDots({ sides, scale }: Props) {
  const { t, number } = useI18n();
  const rows = compareGroups(sides[0].figures, sides[1].figures, scale);
  const marks = axisMarks(Math.max(0, ...rows.flatMap(({ values }) => values)));
  const end = marks.at(-1) ?? 0;
  if (rows.length === 0) return <p>{t('fields.nothing')}</p>;
  return (
    <div className={styles.plot}>
      <div className={`${styles.row} ${styles.head}`} aria-hidden="true">
        <span className={styles.axis}>
          {marks.map((mark) => (
            <span key={mark} style={{ insetInlineStart: percent(mark / end) }}>
              {number(mark, scale === 'share' ? { style: 'percent' } : {})}
            </span>
          ))}
        </span>
        {sides.map(({ words }, index) => (
          <span key={MARKS[index]} className={styles.group}>
            <GroupMark side={MARKS[index] ?? 'a'} /> {words}
          </span>
        ))}
      </div>
      <ul>
        {rows.map((row) => (
          <DotRow key={row.field.id} row={row} sides={sides} scale={scale} marks={marks} />
        ))}
      </ul>
    </div>
  );
}

interface RowProps extends Props {
  row: ComparedRow;
  marks: readonly number[];
}

function DotRow({ row, sides, scale, marks }: RowProps) {
  const { t, name } = useI18n();
  const evidence = useGroupEvidence();
  const valueWords = useScaleWords(scale);
  const { field, counts, values } = row;
  const end = marks.at(-1) ?? 1;
  const [low = 0, high = 0] = values.toSorted((a, b) => a - b);
  return (
    <li className={styles.row}>
      <span className={styles.field}>
        <FieldTag field={field} />
      </span>
      <span className={styles.track} aria-hidden="true">
        {marks.map((mark) => (
          <span
            key={mark}
            className={styles.line}
            style={{ insetInlineStart: percent(mark / end) }}
          />
        ))}
        {counts.every((count) => count > 0) && (
          <span
            className={styles.gap}
            style={{ insetInlineStart: percent(low / end), width: percent((high - low) / end) }}
          />
        )}
        {/* What is not on record has no dot: silence is no zero. */}
        {MARKS.map(
          (mark, index) =>
            counts[index] !== 0 && (
              <span
                key={mark}
                className={`${styles.dot} ${styles[mark]}`}
                style={{ insetInlineStart: percent((values[index] ?? 0) / end) }}
              >
                <GroupMark side={mark} />
              </span>
            ),
        )}
      </span>
      {sides.map(({ group, words }, index) => {
        const count = counts[index] ?? 0;
        const value = valueWords(values[index] ?? 0);
        const mark = MARKS[index] ?? 'a';
        return (
          <span key={mark} className={`${styles.value} ${styles[`value-${mark}`]}`}>
            {count === 0 ? (
              <span>
                <span aria-hidden="true">–</span>
                <span className="visually-hidden">{`${words}: ${t('fields.noEntries')}`}</span>
              </span>
            ) : (
              <Link
                to={evidence(group, { field: [field.id] })}
                aria-label={`${words}: ${value}; ${t('fields.entriesOf', { field: name(field.name), count })}`}
              >
                {value}
              </Link>
            )}
          </span>
        );
      })}
    </li>
  );
}
