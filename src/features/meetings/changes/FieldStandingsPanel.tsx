import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { summaryQuery } from '#src/api/queries.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { FieldTag } from '#src/record/FieldTag.tsx';
import { FailureNotice } from '#src/ui/waiting/FailureNotice.tsx';
import { FoldingPanel } from '#src/ui/FoldingPanel.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';
import { fieldStandings, leadingFields, silentFields } from './field-standing.ts';
import styles from './FieldStandingsPanel.module.css';
import { FieldStandingsTable } from './FieldStandingsTable.tsx';

/** More fields than this share a lead only as a number. */
const NAMED_AT_MOST = 3;

interface Props {
  entries: readonly Entry[];
  meeting: Meeting;
}

/** Which fields a meeting is about, against the mean of the mechanism's meetings. */
export function FieldStandingsPanel({ entries, meeting }: Props) {
  const { t, name, date, list, locale } = useI18n();
  const api = useApi();
  const { taxonomy } = useRecord();
  const { asOf } = useAsOf();
  const query = useQuery(summaryQuery(api, { by: 'meeting', to: asOf }));
  const summary = query.data;
  const standings = fieldStandings(entries, summary, (a, b) =>
    name(a.name).localeCompare(name(b.name), locale),
  );
  const [first] = standings;
  if (first === undefined) return null;
  const { kind, fields } = leadingFields(standings);
  const silent = summary === undefined ? [] : silentFields(entries, summary);
  return (
    <FoldingPanel
      id="fields"
      title={t('meetings.fieldsFinding', {
        kind: fields.length > NAMED_AT_MOST ? 'many' : kind,
        field: list(fields.map((field) => name(field.name))),
        fields: fields.length,
        count: first.entries,
      })}
      {...(summary !== undefined && {
        lead: t('meetings.fieldsLead', { count: summary.total.meetings, asOf: date(asOf) }),
      })}
      note={t('meetings.fieldsNote')}
    >
      {query.error !== null && (
        <FailureNotice error={query.error} onRetry={() => void query.refetch()} />
      )}
      <FieldStandingsTable standings={standings} meeting={meeting} taxonomy={taxonomy} />
      {/* What comes with the other meetings' counts: it says so, and the page is kept at its place until then. */}
      {query.isPending && <Skeleton height={24} />}
      {silent.length > 0 && (
        <details className={styles.silent}>
          <summary>{t('meetings.silent', { count: silent.length })}</summary>
          <ul className={styles.silentList}>
            {silent.map(({ field, meetings }) => (
              <li key={field.id}>
                <FieldTag field={field} taxonomy={taxonomy} />{' '}
                <span className={styles.aside}>
                  {t('meetings.inMeetings', { count: meetings })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </FoldingPanel>
  );
}
