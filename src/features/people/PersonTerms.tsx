import { Fragment } from 'react';

import type { Person, Term } from '#src/api/schemas/meetings.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useCompareLink } from '#src/address/use-compare-link.ts';
import { paths } from '#src/address/paths.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { MeetingLink } from '#src/record/MeetingLink.tsx';
import { neighbourOf } from '#src/record/people/chairs-of.ts';
import { Link } from '#src/ui/Link.tsx';
import styles from './PersonTerms.module.css';

function TermLine({ term }: { term: Term }) {
  const { t, rich, name, date } = useI18n();
  const { office, from, to, meetings } = term;
  return (
    <li>
      <p className="small quiet">
        {rich('people.term', {
          office: name(office.name),
          dates: (
            <Fragment key="dates">
              <time dateTime={from}>{date(from, 'short')}</time>
              {from !== to && (
                <>
                  {' – '}
                  <time dateTime={to}>{date(to, 'short')}</time>
                </>
              )}
            </Fragment>
          ),
          meetings: t('meetings.meetingCount', { count: meetings.length }),
        })}
      </p>
      <ul className={styles.meetings}>
        {meetings.map((ordinal) => (
          <li key={ordinal}>
            <MeetingLink ordinal={ordinal} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Each term of a co-chair with the meetings chaired in it, and the ways on to what was agreed at them. */
export function PersonTerms({ person }: { person: Person }) {
  const { t, name } = useI18n();
  const { meetings } = useRecord();
  const linkTo = useLinkTo();
  const compareLink = useCompareLink();
  const other = neighbourOf(person.id, meetings);
  return (
    <>
      <ul>
        {person.terms.map((term) => (
          <TermLine key={`${term.office.id} ${term.from}`} term={term} />
        ))}
      </ul>
      {person.terms.length > 0 && (
        <p className={styles.ways}>
          <Link
            to={linkTo(paths.fields(), { coChair: [person.id] })}
            aria-label={`${t('people.entries')}: ${name(person.name)}`}
          >
            {t('people.entries')}
          </Link>
          {other !== null && (
            <Link
              to={compareLink(
                { kind: 'coChair', id: other.id },
                { kind: 'coChair', id: person.id },
              )}
            >
              {t('people.compareWith', { name: name(other.name) })}
            </Link>
          )}
        </p>
      )}
    </>
  );
}
