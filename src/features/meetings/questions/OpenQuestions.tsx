import { use } from 'react';

import { paths } from '#src/address/paths.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useMeetingEvidence, useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { shownText, sourceTitle } from '#src/lib/shown-text.ts';
import { SourceNumbersContext } from '#src/record/SourceNumbersContext.ts';
import { partyName } from '#src/record/value-words.ts';
import { TextLanguage } from '#src/record/RecordText.tsx';
import { Link } from '#src/ui/Link.tsx';
import { FoldingPanel } from '#src/ui/FoldingPanel.tsx';
import styles from './OpenQuestions.module.css';
import type { EvidenceStatus } from '#src/api/schemas/common.ts';

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
  const i18n = useI18n();
  const { t } = i18n;
  const { mechanism } = useRecord();
  const evidence = useMeetingEvidence(meeting);
  const parties = mechanism.parties.map(({ id }) => id);
  const questions = openQuestions(meeting, entries ?? [], parties);
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
          <li key={'party' in question ? question.party : question.gap}>
            {'party' in question ? (
              t('meetings.noCoChair', { party: partyName(mechanism, question.party, i18n) })
            ) : 'count' in question ? (
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

/** A piece of a text and where in the text it starts. */
interface TextPart {
  text: string;
  at: number;
}

/** Parts a text at the ids of sources in it: each id stands alone as a part, and the parts joined are the text. */
export function partBySources(text: string, ids: readonly string[]): TextPart[] {
  const known = new Set(ids);
  const parts: TextPart[] = [];
  let start = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu)) {
    if (!known.has(word)) continue;
    if (index > start) parts.push({ text: text.slice(start, index), at: start });
    parts.push({ text: word, at: index });
    start = index + word.length;
  }
  if (start < text.length) parts.push({ text: text.slice(start), at: start });
  return parts;
}

/** A gap or a doubt about a meeting; `status` and `count` are set where it is about entries. */
type OpenQuestion =
  | { gap: 'NoVenue' | 'NoPlace' | 'NoAttendance' }
  | { gap: 'NoCoChair'; party: string }
  | {
      gap: 'Unverified' | 'Disputed' | 'Single';
      status: EvidenceStatus;
      count: number;
    };

/** What the record itself shows to be open, apart from the notes that people wrote. */
export function openQuestions(
  meeting: Pick<Meeting, 'venue' | 'place' | 'format' | 'attendance' | 'coChairs'>,
  entries: readonly Entry[],
  parties: readonly string[],
): OpenQuestion[] {
  const questions: OpenQuestion[] = [];
  const isPlaced = meeting.format !== 'video';
  if (isPlaced && meeting.place === null) questions.push({ gap: 'NoPlace' });
  if (isPlaced && meeting.venue === null) questions.push({ gap: 'NoVenue' });
  if (meeting.attendance === null) questions.push({ gap: 'NoAttendance' });
  for (const party of parties)
    if (!meeting.coChairs.some((chair) => chair.party === party))
      questions.push({ gap: 'NoCoChair', party });
  const doubts = [
    ['Disputed', 'disputed'],
    ['Unverified', 'unverified'],
    ['Single', 'single-source'],
  ] as const;
  for (const [gap, status] of doubts) {
    const count = entries.filter((entry) => entry.status === status).length;
    if (count > 0) questions.push({ gap, status, count });
  }
  return questions;
}
