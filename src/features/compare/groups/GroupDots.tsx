import type { Choice } from '#src/address/parameters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { axisMarks, DotAxis, DotTrack, type Dot } from '#src/ui/dots/DotTrack.tsx';
import { Link } from '#src/ui/Link.tsx';
import { compareGroups, type ComparedRow } from './group-figures.ts';
import styles from './GroupDots.module.css';
import { GroupMark } from './GroupMark.tsx';
import type { Sides } from './GroupsPanel.tsx';
import { useGroupEvidence, useScaleWords } from './use-groups.ts';

interface Props {
  sides: Sides;
  scale: Choice<'scale'>;
}

/** Two dots a field on one scale, with their values, each of which leads to its entries. */
export function GroupDots({ sides, scale }: Props) {
  const { t, number } = useI18n();
  const rows = compareGroups(sides[0].figures, sides[1].figures, scale);
  const marks = axisMarks(Math.max(0, ...rows.flatMap(({ values }) => values)));
  if (rows.length === 0) return <p>{t('fields.nothingOnRecord')}</p>;
  return (
    <div className={`${styles.plot} small`}>
      <div className={`${styles.row} ${styles.head}`} aria-hidden="true">
        <span className={styles.axis}>
          <DotAxis
            marks={marks}
            words={(mark) => number(mark, scale === 'share' ? { style: 'percent' } : {})}
          />
        </span>
        {sides.map(({ words, mark }) => (
          <span key={mark} className={styles.group}>
            <GroupMark side={mark} /> {words}
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
  const dots: Dot[] = sides.map(({ mark }, index) => ({
    key: mark,
    value: values[index] ?? 0,
    sign: <GroupMark side={mark} />,
    className: styles[mark],
  }));
  return (
    <li className={styles.row}>
      <span className={styles.field}>
        <FieldTag field={field} />
      </span>
      <span className={styles.track}>
        <DotTrack marks={marks} dots={dots.filter((_, index) => counts[index] !== 0)} />
      </span>
      {sides.map(({ group, words, mark }, index) => {
        const count = counts[index] ?? 0;
        const value = valueWords(values[index] ?? 0);
        return (
          <span key={mark} className={styles[`value-${mark}`]}>
            {count === 0 ? (
              <span>
                <span aria-hidden="true">–</span>
                <span className="visually-hidden">{`${words}: ${t('fields.noEntries')}`}</span>
              </span>
            ) : (
              <Link
                className="number-link"
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
