import type { Person } from '#src/api/schemas/meetings.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { partyColour } from '#src/record/colours.ts';
import { PersonName } from '#src/record/PersonName.tsx';
import { Link } from '#src/ui/Link.tsx';
import styles from './PersonCard.module.css';
import { PersonTerms } from './PersonTerms.tsx';

/** A co-chair: the name in both scripts, and each term with the meetings chaired in it. */
export function PersonCard({ person }: { person: Person }) {
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
          <PersonName name={person.name} mechanism={mechanism} party={person.party} />
        </Link>
      </h4>
      <PersonTerms person={person} />
    </li>
  );
}
