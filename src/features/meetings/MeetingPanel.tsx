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
import { ChangesPanel } from './changes/ChangesPanel.tsx';
import { FieldStandingsPanel } from './changes/FieldStandingsPanel.tsx';
import { MeetingEntries } from './entries/MeetingEntries.tsx';
import { MeetingHeader } from './head/MeetingHeader.tsx';
import { MeetingNeighbours } from './head/MeetingNeighbours.tsx';
import { MeetingNotFound } from './MeetingNotFound.tsx';
import styles from './MeetingPanel.module.css';
import { OpenQuestions } from './questions/OpenQuestions.tsx';
import { TouchedYears } from './TouchedYears.tsx';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useMeetingEvidence } from '#src/address/links.ts';
import { Link } from '#src/ui/Link.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { useValue } from '#src/address/use-address.ts';
import { JumpLinks } from '#src/ui/JumpLinks.tsx';
import type { Entry } from '#src/api/schemas/entries.ts';
import { Apparatus } from '#src/record/evidence/Apparatus.tsx';
import { FoldingPanel } from '#src/ui/FoldingPanel.tsx';
import { byAccount } from '#src/lib/accounts.ts';
import { ArrangeChoice } from '#src/record/accounts/ArrangeChoice.tsx';
import { balanceWords } from '#src/record/accounts/side-words.ts';

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
              <LostEntryNotice of={entries.data} />
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

/** Says that a link led to an entry that the meeting has not, or has no more: the page opens at its top then. */
function LostEntryNotice({ of }: { of: { items: readonly Entry[]; total: number } | undefined }) {
  const { t } = useI18n();
  const { hash } = useLocation();
  const isLost =
    hash.startsWith('#entry-') &&
    of?.items.length === of?.total &&
    of?.items.some(({ id }) => hash === `#entry-${id}`) === false;
  return (
    <div role="status">{isLost && <Notice tone="warn" title={t('meetings.lostEntry')} />}</div>
  );
}

interface MissingProps {
  meeting: Meeting;
  shown: number;
  total: number;
}

/** Says that a meeting has more entries than a briefing holds, and where all of them are. */
function MissingEntriesNotice({ meeting, shown, total }: MissingProps) {
  const { t } = useI18n();
  const evidence = useMeetingEvidence(meeting);
  if (shown >= total) return null;
  return (
    <Notice tone="info">
      {t('meetings.tooMany', { shown, total })}
      <Link to={evidence()}>{t('meetings.tooManyLink')}</Link>
    </Notice>
  );
}

const ENTRIES = {
  kind: [
    ['signed', 'meetings.signed'],
    ['announced', 'meetings.announced'],
    ['said', 'meetings.said'],
  ],
  account: [['accounts', 'accounts.arrange-account']],
} as const;
const REST = [
  ['fields', 'meetings.fields'],
  ['exchange-years', 'record.exchangeYears'],
  ['changes', 'meetings.changesTitle'],
  ['questions', 'meetings.questionsTitle'],
  ['sources', 'app.sources'],
] as const;

/** The contents of a meeting's page: a long one has a hundred links before its sources. */
function MeetingParts({ hasYears }: { hasYears: boolean }) {
  const { t } = useI18n();
  const arrange = useValue('arrange');
  const parts = [...ENTRIES[arrange], ...REST];
  return (
    <JumpLinks
      parts={parts
        .filter(([id]) => hasYears || id !== 'exchange-years')
        .map(([id, title]) => ({ id, title: t(title) }))}
    />
  );
}

interface SourcesProps {
  meeting: Meeting;
  entries: readonly Entry[];
}

/** The documents that a meeting rests on, each with the number of its entries that cite it. */
function MeetingSources({ meeting, entries }: SourcesProps) {
  const { t } = useI18n();
  const evidence = useMeetingEvidence(meeting);
  const { sources, attendance, coChairs } = meeting;
  return (
    <FoldingPanel
      id="sources"
      title={t('meetings.sourcesTitle', { count: sources.length })}
      {...(sources.length > 0 && { lead: t('meetings.sourcesLead') })}
    >
      <Apparatus
        sources={sources}
        facts={[...entries, ...coChairs, ...(attendance === null ? [] : [attendance])]}
      >
        {(source) =>
          source.entries > 0 ? (
            <Link to={evidence({ source: [source.id] })}>
              {t('meetings.entryCount', { count: source.entries })}
            </Link>
          ) : (
            <span>{t('meetings.sourceOfFacts')}</span>
          )
        }
      </Apparatus>
    </FoldingPanel>
  );
}

/** Whether the entries stand by what was done or by whose accounts they rest on, and how the accounts are balanced. */
function ArrangeSwitch({ entries }: { entries: readonly Entry[] }) {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  return (
    <div className={styles.arrange}>
      <ArrangeChoice usual="kind" />
      {entries.length > 0 && (
        <p className="small quiet">
          {balanceWords(byAccount(entries, mechanism.parties), mechanism, i18n)}
        </p>
      )}
    </div>
  );
}
