import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useMeetingEvidence } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { FoldingPanel } from '#src/ui/FoldingPanel.tsx';
import { openQuestions } from './open-questions.ts';
import styles from './OpenQuestions.module.css';
import { SourceNotes } from './SourceNotes.tsx';

interface Props {
  meeting: Meeting;
  entries: readonly Entry[];
}

/** What sources disagree on, what was inferred and what no source says, so that nobody takes silence for certainty. */
export function OpenQuestions({ meeting, entries }: Props) {
  const { t } = useI18n();
  const evidence = useMeetingEvidence(meeting);
  const questions = openQuestions(meeting, entries);
  const { notes } = meeting;
  return (
    <FoldingPanel
      id="questions"
      title={t('meetings.questionsTitle')}
      lead={t('meetings.questionsLead')}
    >
      {notes !== null && <SourceNotes notes={notes} sources={meeting.sources} />}
      {notes === null && questions.length === 0 && <p>{t('meetings.questionsNone')}</p>}
      <ul className={styles.list}>
        {questions.map((question) => (
          <li key={question.gap}>
            {'count' in question ? (
              <Link to={evidence({ status: [question.status] })}>
                {t(`meetings.question${question.gap}`, { count: question.count })}
              </Link>
            ) : (
              t(`meetings.question${question.gap}`)
            )}
          </li>
        ))}
      </ul>
    </FoldingPanel>
  );
}
