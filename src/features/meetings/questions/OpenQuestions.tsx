import { use } from 'react';

import { paths } from '#src/address/paths.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useMeetingEvidence, useLinkTo } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { shownText, sourceTitle } from '#src/lib/shown-text.ts';
import { SourceNumbersContext } from '#src/record/SourceNumbersContext.ts';
import { TextLanguage } from '#src/record/RecordText.tsx';
import { Link } from '#src/ui/Link.tsx';
import { FoldingPanel } from '#src/ui/FoldingPanel.tsx';
import { openQuestions } from './open-questions.ts';
import styles from './OpenQuestions.module.css';
import { partBySources } from './part-by-sources.ts';

interface Props {
  meeting: Meeting;
  /** Absent until they have come: that none is in doubt cannot be said before. */
  entries: readonly Entry[] | undefined;
}

interface SourceNotesProps {
  notes: NonNullable<Meeting['notes']>;
  sources: Meeting['sources'];
}

/** What people wrote about the gaps, with each source that they name by its id leading to that source. */
function SourceNotes({ notes, sources }: SourceNotesProps) {
  const shown = shownText(notes, useI18n().language);
  const linkTo = useLinkTo();
  const numbers = use(SourceNumbersContext);
  const byId = new Map(sources.map((source) => [source.id, source]));
  return (
    <p dir="auto" className={styles.notes}>
      <span lang={shown.lang}>
        {partBySources(shown.text, [...byId.keys()]).map(({ text, at }) => {
          const source = byId.get(text);
          return source === undefined ? (
            text
          ) : (
            <Link
              key={at}
              to={linkTo(paths.source(source.id))}
              title={`${source.publisher}: ${sourceTitle(source).text}`}
              className={styles.source}
              data-number={numbers.get(source.id)}
            >
              {text}
            </Link>
          );
        })}
      </span>
      <TextLanguage lang={shown.lang} />
    </p>
  );
}

/** What sources disagree on, what was inferred and what no source says, so that nobody takes silence for certainty. */
export function OpenQuestions({ meeting, entries }: Props) {
  const { t } = useI18n();
  const evidence = useMeetingEvidence(meeting);
  const questions = openQuestions(meeting, entries ?? []);
  const { notes } = meeting;
  return (
    <FoldingPanel
      id="questions"
      title={t('meetings.questionsTitle')}
      lead={t('meetings.questionsLead')}
    >
      {notes !== null && <SourceNotes notes={notes} sources={meeting.sources} />}
      {entries !== undefined && notes === null && questions.length === 0 && (
        <p>{t('meetings.questionsNone')}</p>
      )}
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
