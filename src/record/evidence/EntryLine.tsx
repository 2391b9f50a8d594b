import { memo, type ReactNode } from 'react';

import type { Entry } from '#src/api/schemas/entries.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { Name } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { FieldTag } from '../FieldTag.tsx';
import { KindLabel } from '../KindLabel.tsx';
import { MeetingLink } from '../MeetingLink.tsx';
import { PartyLabel } from '../PartyLabel.tsx';
import { RecordText } from '../RecordText.tsx';
import styles from './EntryLine.module.css';
import { Reference } from './Reference.tsx';

interface Props {
  entry: Entry;
  /** Leaves the meeting out where the page is about that meeting. */
  isMeetingHidden?: boolean;
  isPartyHidden?: boolean;
  /** Whether an address can lead to it here. */
  isNamed?: boolean;
  /** The sentence, where it is not to stand as it is. */
  children?: ReactNode;
  /** The id of a field that the heading above says already. */
  impliedField?: string | undefined;
}

/** One sourced fact: the sentence, its marks (who, of what kind, in which fields), and the reference to its evidence. */
export const EntryLine = memo(function EntryLine({
  entry,
  isMeetingHidden = false,
  isPartyHidden = false,
  isNamed = true,
  children,
  impliedField,
}: Props) {
  const linkTo = useLinkTo();
  return (
    <article className={styles.line} id={isNamed ? `entry-${entry.id}` : undefined}>
      <p>{children ?? <RecordText of={entry} />}</p>{' '}
      <ul className={`${styles.marks} tiny quiet`}>
        {!isPartyHidden && (
          <li>
            <PartyLabel party={entry.party} />{' '}
          </li>
        )}
        <li>
          <KindLabel kind={entry.kind} />{' '}
        </li>
        {!isMeetingHidden && (
          <li>
            <MeetingLink
              ordinal={entry.meeting.ordinal}
              date={entry.meeting.date}
              entry={entry.id}
            />{' '}
          </li>
        )}
        {entry.fields.map((field) => (
          <li key={field.id} className={field.id === impliedField ? styles.unsaid : undefined}>
            <FieldTag field={field} />{' '}
          </li>
        ))}
        {entry.exchangeYears.map((year) => (
          <li key={year.id}>
            <Link to={linkTo(paths.exchangeYear(year.id))}>
              <Name of={year.name} />
            </Link>{' '}
          </li>
        ))}
      </ul>
      <Reference fact={entry} status={entry.status} entry={entry} />
    </article>
  );
});
