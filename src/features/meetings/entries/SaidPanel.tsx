import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import type { Meeting } from '#src/api/schemas/meetings.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { partyColour } from '#src/record/colours.ts';
import { PartyLabel } from '#src/record/PartyLabel.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import type { Briefing, PartyColumn } from './briefing.ts';
import { EntryStack } from '#src/record/evidence/EntryStack.tsx';
import { PartyColumns } from './PartyColumns.tsx';
import styles from './SaidPanel.module.css';

/** Of more entries in all, each row is laid out only as it comes near the window. */
const LONG = 100;
/** About the height of a line of one. */
const LINE_REM = 3.5;

const countOf = (columns: readonly PartyColumn[]) =>
  columns.reduce((sum, { entries }) => sum + entries.length, 0);

interface Props {
  said: Briefing['said'];
  meeting: Meeting;
}

/** How much of a row's width on paper goes to its first party: the longer list takes more of it, up to two thirds. */
function firstShare([first, ...others]: readonly PartyColumn[]): string {
  const own = first?.entries.length ?? 0;
  const all = others.reduce((sum, { entries }) => sum + entries.length, own);
  return `${Math.round(100 * Math.min(2 / 3, Math.max(1 / 3, own / all)))}%`;
}

/** What each party said: field by field where both speak of it, then each on its own, then both together. */
export function SaidPanel({ said: { aligned, apart, joint }, meeting }: Props) {
  const { t, name } = useI18n();
  const { mechanism } = useRecord();
  const linkTo = useLinkTo();
  const isLong = countOf([...aligned.flatMap(({ columns }) => columns), ...apart]) > LONG;
  const isNothing = aligned.length + apart.length + joint.length === 0;
  const rest = joint.length === 0 ? apart : [...apart, { party: 'joint', entries: joint }];
  // Of one party alone nothing can be said to be in common, or not.
  const hasParties = aligned.length > 0 || apart.length > 1;
  if (isNothing) {
    return (
      <Panel id="said" title={t('meetings.said')}>
        <p>{t('meetings.nothingSaid')}</p>
      </Panel>
    );
  }
  return (
    <Panel
      id="said"
      title={hasParties ? t('meetings.saidFinding', { count: aligned.length }) : t('meetings.said')}
      {...(hasParties && { lead: t('meetings.saidLead') })}
      {...(mechanism.parties.length > 1 && {
        actions: (
          <Link to={linkTo(paths.fields(), { meeting: [meeting.ordinal] }, '#sides')}>
            {t('meetings.saidSides')}
          </Link>
        ),
      })}
    >
      {aligned.map(({ field, columns }) => (
        <section
          key={field.id}
          className={`${styles.row} ${styles.aligned}`}
          data-long={isLong ? '' : undefined}
          style={
            {
              '--room': `${LINE_REM * Math.max(...columns.map(({ entries }) => entries.length))}rem`,
            } as React.CSSProperties
          }
        >
          <h3 className={styles.heading}>
            {t('meetings.saidAlignedOn', { field: name(field.name) })}
          </h3>
          <div
            className={styles.pair}
            style={{ '--first-share': firstShare(columns) } as React.CSSProperties}
          >
            {columns.map(({ party, entries }) => (
              <section
                key={party}
                className={styles.side}
                style={{ borderColor: partyColour(mechanism, party) }}
              >
                <h4 className={`${styles.party} column-head small`}>
                  <PartyLabel party={party} />
                </h4>
                <EntryStack entries={entries} impliedField={field.id} isPartyHidden />
              </section>
            ))}
          </div>
        </section>
      ))}
      {rest.length > 0 && (
        <section className={styles.row}>
          {aligned.length > 0 && <h3 className={styles.heading}>{t('meetings.saidRest')}</h3>}
          <PartyColumns columns={rest} meeting={meeting} level={aligned.length > 0 ? 4 : 3} />
        </section>
      )}
    </Panel>
  );
}
