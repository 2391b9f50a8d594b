import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useMeetingEvidence } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Apparatus } from '#src/record/evidence/Apparatus.tsx';
import { FoldingPanel } from '#src/ui/FoldingPanel.tsx';
import { Link } from '#src/ui/Link.tsx';

interface Props {
  meeting: Meeting;
  entries: readonly Entry[];
}

/** The documents that a meeting rests on, each with the number of its entries that cite it. */
export function MeetingSources({ meeting, entries }: Props) {
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
