import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { Link } from '#src/ui/Link.tsx';
import { compareGroups, scaledValue } from './group-figures.ts';
import { GroupMark } from './GroupMark.tsx';
import type { Sides } from './GroupsPanel.tsx';
import { ScrollingTable } from '#src/ui/ScrollingTable.tsx';
import styles from './GroupsPanel.module.css';
import { useGroupEvidence, useScaleWords } from './use-groups.ts';

export function GroupTable({ sides }: { sides: Sides }) {
  const { t, number, name } = useI18n();
  const evidence = useGroupEvidence();
  const words = { share: useScaleWords('share'), rate: useScaleWords('rate') };
  const rows = compareGroups(sides[0].figures, sides[1].figures, 'share');
  return (
    <ScrollingTable caption={t('compare.groupsTable')} className={styles.table}>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t('fields.column-field')}
          </th>
          {sides.map((side) => (
            <th key={side.mark} scope="colgroup" colSpan={3}>
              <GroupMark side={side.mark} /> {side.words}
            </th>
          ))}
        </tr>
        <tr>
          {sides.flatMap(({ mark }) =>
            (['fact-entries', 'scale-share', 'scale-rate'] as const).map((column) => (
              <th key={`${mark} ${column}`} scope="col">
                {t(`compare.${column}`)}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, counts }) => (
          <tr key={field.id}>
            <th scope="row">
              <FieldTag field={field} />
            </th>
            {sides.flatMap(({ group, figures, words: of, mark: side }, index) => {
              const count = counts[index] ?? 0;
              return [
                <td key={`${side} entries`}>
                  {count === 0 ? (
                    '–'
                  ) : (
                    <Link
                      className="number-link"
                      to={evidence(group, { field: [field.id] })}
                      aria-label={`${of}: ${t('fields.entriesOf', { field: name(field.name), count })}`}
                    >
                      {number(count)}
                    </Link>
                  )}
                </td>,
                <td key={`${side} share`}>
                  {count === 0 ? '–' : words.share(scaledValue(count, figures, 'share'))}
                </td>,
                <td key={`${side} rate`}>
                  {count === 0 ? '–' : words.rate(scaledValue(count, figures, 'rate'))}
                </td>,
              ];
            })}
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
