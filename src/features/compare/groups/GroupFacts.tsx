import { useI18n } from '#src/i18n/I18nContext.tsx';
import { perMeeting } from '#src/lib/comparison.ts';
import { Link } from '#src/ui/Link.tsx';
import { GroupMark } from './GroupMark.tsx';
import type { Side, Sides } from './GroupsPanel.tsx';
import styles from './GroupsPanel.module.css';
import { useGroupEvidence, useScaleWords } from './use-groups.ts';

const ROWS = ['meetings', 'entries', 'perMeeting', 'sources', 'documents', 'read'] as const;

export function GroupFacts({ sides }: { sides: Sides }) {
  const { t, number } = useI18n();
  const toTenth = useScaleWords('rate');
  const evidence = useGroupEvidence();
  const valueOf = (row: (typeof ROWS)[number], { group, figures, words }: Side) => {
    const { entries, documents } = figures;
    if (row === 'perMeeting') return toTenth(perMeeting(entries, figures));
    if (row === 'read') return toTenth(perMeeting(documents, figures));
    if (row !== 'entries') return number(figures[row]);
    return (
      <Link
        className="number-link"
        to={evidence(group)}
        aria-label={`${words}: ${t('fields.entriesTitle', { count: entries })}`}
      >
        {number(entries)}
      </Link>
    );
  };
  return (
    <table className={styles.facts}>
      <caption className="visually-hidden">{t('compare.groupsFacts')}</caption>
      <thead>
        <tr>
          <td aria-hidden="true" />
          {sides.map(({ words, mark }) => (
            <th key={mark} scope="col">
              <GroupMark side={mark} /> {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`compare.fact-${row}`)}</th>
            {sides.map((side) => (
              <td key={side.mark}>{valueOf(row, side)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
