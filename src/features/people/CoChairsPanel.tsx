import type { UseQueryResult } from '@tanstack/react-query';

import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import type { Person } from '#src/api/schemas/meetings.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { PartyLabel } from '#src/record/PartyLabel.tsx';
import { PersonName } from '#src/record/PersonName.tsx';
import { partyColour } from '#src/record/colours.ts';
import { Link } from '#src/ui/Link.tsx';
import { Panel } from '#src/ui/Panel.tsx';
import { QueryView } from '#src/ui/waiting/QueryView.tsx';
import styles from './CoChairsPanel.module.css';
import { PersonTerms } from './PersonTerms.tsx';

/** A co-chair: the name in both scripts, and each term with the meetings chaired in it. */
function PersonCard({ person }: { person: Person }) {
  const { mechanism } = useRecord();
  const linkTo = useLinkTo();
  return (
    <li
      id={`person-${person.id}`}
      className={styles.person}
      style={{ borderColor: partyColour(mechanism, person.party) }}
    >
      <h4 className={styles.name}>
        <Link to={linkTo(paths.person(person.id))}>
          <PersonName name={person.name} party={person.party} />
        </Link>
      </h4>
      <PersonTerms person={person} />
    </li>
  );
}

const lastMeeting = ({ terms }: Person) =>
  Math.max(0, ...terms.flatMap(({ meetings }) => meetings));

/** The co-chairs of one party, of which there may be none on record while the other has some. */
function PartyChairs({ party, people }: { party: string; people: readonly Person[] }) {
  const { t } = useI18n();
  return (
    <section>
      <h3 className={styles.party}>
        <PartyLabel party={party} />
      </h3>
      {people.length === 0 && <p>{t('people.noPeople')}</p>}
      <ul>
        {people
          .toSorted((a, b) => (lastMeeting(a) < lastMeeting(b) ? 1 : -1))
          .map((person) => (
            <PersonCard key={person.id} person={person} />
          ))}
      </ul>
    </section>
  );
}

/** The co-chairs of each party, latest first, with their terms and the meetings of each. */
export function CoChairsPanel({ query }: { query: UseQueryResult<Person[]> }) {
  const { t } = useI18n();
  const { mechanism } = useRecord();
  return (
    <Panel title={t('meetings.coChairs')} lead={t('people.coChairsLead')}>
      <QueryView query={query} height={480}>
        {(items) =>
          items.length === 0 ? (
            <p>{t('people.noPeople')}</p>
          ) : (
            <div className={styles.parties}>
              {mechanism.parties.map(({ id }) => (
                <PartyChairs
                  key={id}
                  party={id}
                  people={items.filter(({ party }) => party === id)}
                />
              ))}
            </div>
          )
        }
      </QueryView>
    </Panel>
  );
}
