import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { Link } from '#src/ui/Link.tsx';
import { compareGroups, scaledValue } from './group-figures.ts';
import { GroupMark } from './GroupMark.tsx';
import type { Sides } from './GroupsPanel.tsx';
import styles from './GroupsPanel.module.css';
import { useGroupEvidence, useScaleWords } from './use-groups.ts';

export function GroupTable({ sides }: { sides: Sides }) {
  const { t, number, name } = useI18n();
  const evidence = useGroupEvidence();
  const words = { share: useScaleWords('share'), rate: useScaleWords('rate') };
  const rows = compareGroups(sides[0].figures, sides[1].figures, 'share');
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('compare.groupsTable')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('compare.groupsTable')}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('fields.column-field')}
            </th>
            {sides.map((side, index) => (
              <th key={index === 0 ? 'a' : 'b'} scope="colgroup" colSpan={3}>
                <GroupMark side={index === 0 ? 'a' : 'b'} /> {side.words}
              </th>
            ))}
          </tr>
          <tr>
            {(['a', 'b'] as const).flatMap((side) => [
              <th key={`${side} entries`} scope="col">
                {t('compare.fact-entries')}
              </th>,
              <th key={`${side} share`} scope="col">
                {t('compare.scale-share')}
              </th>,
              <th key={`${side} rate`} scope="col">
                {t('compare.scale-rate')}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, counts }) => (
            <tr key={field.id}>
              <th scope="row">
                <FieldTag field={field} />
              </th>
              {sides.flatMap(({ group, figures, words: of }, index) => {
                const count = counts[index] ?? 0;
                const side = index === 0 ? 'a' : 'b';
                return [
                  <td key={`${side} entries`}>
                    {count === 0 ? (
                      '–'
                    ) : (
                      <Link
                        className={styles.number}
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
      </table>
    </div>
  );
}
