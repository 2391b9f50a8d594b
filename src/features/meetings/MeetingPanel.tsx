import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';

import { useApi } from '#src/api/ApiContext.ts';
import { ApiError } from '#src/api/errors.ts';
import { meetingEntriesQuery, meetingQuery } from '#src/api/queries.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { useCloselyCoded } from '#src/record/use-closely-coded.ts';
import { SourceNumbersContext } from '#src/record/SourceNumbersContext.ts';
import { BelowFacts, READ_BELOW } from '#src/ui/waiting/BelowFacts.tsx';
import { PanelBoundary } from '#src/ui/waiting/PanelBoundary.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import { ArrangeSwitch } from './entries/ArrangeSwitch.tsx';
import { ChangesPanel } from './changes/ChangesPanel.tsx';
import { FieldStandingsPanel } from './changes/FieldStandingsPanel.tsx';
import { MeetingEntries } from './entries/MeetingEntries.tsx';
import { MeetingHeader } from './head/MeetingHeader.tsx';
import { MissingEntriesNotice } from './MissingEntriesNotice.tsx';
import { MeetingNeighbours } from './head/MeetingNeighbours.tsx';
import { MeetingNotFound } from './MeetingNotFound.tsx';
import styles from './MeetingPanel.module.css';
import { MeetingParts } from './MeetingParts.tsx';
import { MeetingSources } from './MeetingSources.tsx';
import { OpenQuestions } from './questions/OpenQuestions.tsx';
import { TouchedYears } from './TouchedYears.tsx';

/** A meeting in full: its facts as soon as they are there, its entries and what follows from them after. */
export function MeetingPanel({ ordinal }: { ordinal: number }) {
  const api = useApi();
  const { t } = useI18n();
  const { exchangeYears, hasAllExchangeYears } = useRecord();
  // A mechanism without exchange years has no word to say about them.
  const hasYears = exchangeYears.length > 0 || !hasAllExchangeYears;
  const meeting = useQuery(meetingQuery(api, ordinal));
  const entries = useQuery({ ...meetingEntriesQuery(api, ordinal), ...READ_BELOW });
  const isCodedClosely = useCloselyCoded().has(ordinal);
  const { hash } = useLocation();
  if (meeting.error instanceof ApiError && meeting.error.kind === 'not-found') {
    return <MeetingNotFound text={String(ordinal)} />;
  }
  const numbers = new Map(meeting.data?.sources.map(({ id }, index) => [id, index + 1]));
  const listed = entries.data?.items ?? [];
  const entry = listed.find(({ id }) => `#entry-${id}` === hash);
  return (
    <SourceNumbersContext value={numbers}>
      <article className={styles.page}>
        <MeetingHeader ordinal={ordinal} meeting={meeting.data} entry={entry} />
        <QueryView query={meeting} height={1400}>
          {(facts) => (
            <>
              <div className={styles.parts}>
                <MeetingParts hasYears={hasYears} />
                {entries.data !== undefined && <ArrangeSwitch entries={listed} />}
              </div>
              <BelowFacts height={1400}>
                <p className={styles.howToRead}>{t('meetings.howToRead')}</p>
                {isCodedClosely && (
                  <p className={`${styles.coding} caution`}>{t('meetings.codedClosely')}</p>
                )}
                <QueryView query={entries} height={1200}>
                  {({ items, total }) => (
                    <>
                      <MissingEntriesNotice meeting={facts} shown={items.length} total={total} />
                      <MeetingEntries meeting={facts} entries={items} />
                    </>
                  )}
                </QueryView>
                <div className={styles.beside}>
                  <div>
                    {entries.data !== undefined && (
                      <FieldStandingsPanel entries={entries.data.items} meeting={facts} />
                    )}
                  </div>
                  <div>
                    {hasYears && <TouchedYears meeting={facts} />}
                    <PanelBoundary>
                      <ChangesPanel meeting={facts} entries={entries} />
                    </PanelBoundary>
                    <OpenQuestions meeting={facts} entries={entries.data?.items} />
                  </div>
                </div>
                <MeetingSources meeting={facts} entries={listed} />
                <MeetingNeighbours meeting={facts} />
              </BelowFacts>
            </>
          )}
        </QueryView>
      </article>
    </SourceNumbersContext>
  );
}
