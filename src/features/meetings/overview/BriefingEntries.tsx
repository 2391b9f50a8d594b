import { useId } from 'react';

import type { Entry } from '#src/api/schemas/entries.ts';
import { useMeetingEvidence } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { MessageKey } from '#src/i18n/messages.ts';
import { actOf, ENTRY_ACTS, type EntryAct } from '#src/lib/entry-kinds.ts';
import { Link } from '#src/ui/Link.tsx';
import styles from './BriefingEntries.module.css';
import { EntryStack } from '#src/record/evidence/EntryStack.tsx';

const ACT_TITLES = {
  signed: 'meetings.signed',
  announced: 'meetings.announced',
  said: 'meetings.said',
  other: 'meetings.other',
} as const satisfies Record<EntryAct, MessageKey>;

interface Props {
  ordinal: number;
  entries: readonly Entry[];
  /** How many entries the meeting has, of which `entries` may be only the first. */
  total: number;
  fieldFilter: readonly string[];
}

/** A meeting's entries as signed, announced and said; with fields in focus, only theirs. */
export function BriefingEntries({ ordinal, entries, total, fieldFilter }: Props) {
  const { t } = useI18n();
  const { taxonomy } = useRecord();
  const { asOf } = useAsOf();
  const evidence = useMeetingEvidence({ ordinal, date: entries[0]?.meeting.date ?? asOf });
  const headingId = useId();
  const known = new Set(taxonomy.fields.map(({ id }) => id));
  const focus = fieldFilter.filter((id) => known.has(id));
  const shown =
    focus.length === 0
      ? entries
      : entries.filter(({ fields }) => fields.some(({ id }) => focus.includes(id)));
  const acts = Map.groupBy(shown, ({ kind }) => actOf(kind));
  return (
    <div className={styles.entries}>
      <p className={styles.count}>
        <Link to={evidence(focus.length > 0 ? { field: focus } : {})}>
          {shown.length === total
            ? t('meetings.entryCount', { count: total })
            : t('meetings.filtered', { shown: shown.length, total })}
        </Link>
      </p>
      {shown.length === 0 && (
        <p>{t(entries.length === 0 ? 'meetings.entriesNone' : 'meetings.filteredNone')}</p>
      )}
      <div
        className={styles.scroller}
        role="region"
        aria-label={t('meetings.entryList', { ordinal })}
        // A region that scrolls must be reachable with the keyboard.
        tabIndex={0}
      >
        {ENTRY_ACTS.map((act) => {
          const entriesOfAct = acts.get(act) ?? [];
          if (entriesOfAct.length === 0) return null;
          return (
            <section key={act} aria-labelledby={`${headingId}-${act}`}>
              <h3 className={styles.act} id={`${headingId}-${act}`}>
                {t(ACT_TITLES[act])}
              </h3>
              <EntryStack entries={entriesOfAct} />
            </section>
          );
        })}
      </div>
    </div>
  );
}
