import { use } from 'react';

import type { FieldList, Mechanism } from '#src/api/schemas/common.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { Name, useI18n } from '#src/i18n/I18nContext.tsx';
import { CopyButton } from '#src/ui/CopyButton.tsx';
import { Link } from '#src/ui/Link.tsx';
import { CiteButton } from './CiteButton.tsx';
import styles from './EntryCard.module.css';
import { EvidenceMark } from './EvidenceMark.tsx';
import { FieldTag } from './FieldTag.tsx';
import { KindLabel } from './KindLabel.tsx';
import { MeetingLink } from './MeetingLink.tsx';
import { PartyLabel } from './PartyLabel.tsx';
import { SourceCitation } from './SourceCitation.tsx';
import { SourceNumbersContext } from './SourceNumbersContext.ts';

interface Props {
  entry: Entry;
  mechanism: Mechanism;
  taxonomy: FieldList;
  /** Leaves the meeting out where the page is about that meeting. */
  isMeetingHidden?: boolean;
  isPartyHidden?: boolean;
  /** The id of a field that the heading above says already: on paper it is not said again. */
  impliedField?: string | undefined;
}

/** One sourced fact: what it says, who says it, of what kind, in which fields, and where that is written. */
export function EntryCard({
  entry,
  mechanism,
  taxonomy,
  isMeetingHidden = false,
  isPartyHidden = false,
  impliedField,
}: Props) {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  // Where sources are numbered, the page says once what an entry with one number and no further word rests on.
  const isNumbered = use(SourceNumbersContext).has(entry.source?.id ?? '');
  const isUnsaidOnPaper = isNumbered && entry.status === 'single-source';
  const link = () => {
    const target = linkTo(paths.meeting(entry.meeting.ordinal), {}, `#entry-${entry.id}`);
    const base = import.meta.env.BASE_URL.replace(/\/$/, '');
    return `${window.location.origin}${base}${target.pathname}${target.search}${target.hash}`;
  };
  return (
    <article className={styles.card} id={`entry-${entry.id}`}>
      <p lang={entry.lang} dir="auto">
        {entry.text}
      </p>
      {entry.quote && (
        <blockquote lang={entry.quote.lang} dir="auto" className={styles.quote}>
          {entry.quote.text}
        </blockquote>
      )}
      <ul className={styles.facts}>
        {!isPartyHidden && (
          <li>
            <PartyLabel mechanism={mechanism} party={entry.party} />
          </li>
        )}
        <li>
          <KindLabel kind={entry.kind} />
        </li>
        {!isMeetingHidden && (
          <li>
            <MeetingLink
              ordinal={entry.meeting.ordinal}
              date={entry.meeting.date}
              entry={entry.id}
            />
          </li>
        )}
        {entry.fields.map((field) => (
          <li key={field.id} className={field.id === impliedField ? styles.unsaid : undefined}>
            <FieldTag field={field} taxonomy={taxonomy} />
          </li>
        ))}
        {entry.exchangeYears.map((year) => (
          <li key={year.id}>
            <Link to={linkTo(paths.exchangeYear(year.id))}>
              <Name of={year.name} />
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.source}>
        <span className={isUnsaidOnPaper ? styles.unsaid : undefined}>
          <EvidenceMark status={entry.status} />
        </span>
        <SourceCitation source={entry.source} locator={entry.locator} />
        <CopyButton label={t('app.copyLink')} text={link} />
        <CiteButton what={{ kind: 'entry', entry }} />
      </div>
    </article>
  );
}
