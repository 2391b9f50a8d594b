import { useRecord } from '#src/api/RecordContext.ts';
import type { CoChair } from '#src/api/schemas/meetings.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import styles from './CoChairs.module.css';
import { partyColour } from './colours.ts';
import { partyName } from './value-words.ts';
import { PersonName } from './PersonName.tsx';
import { Reference } from './evidence/Reference.tsx';

interface Props {
  coChairs: readonly CoChair[];
  /** Leaves out the sources of the names, where the room is short. */
  isCompact?: boolean;
}

/** Who presided, side by side in the order of the record: party, name in both scripts, office. */
export function CoChairs({ coChairs, isCompact = false }: Props) {
  const { mechanism } = useRecord();
  const i18n = useI18n();
  const linkTo = useLinkTo();
  return (
    <ul className={isCompact ? `${styles.chairs} ${styles.compact}` : styles.chairs}>
      {coChairs.map((chair) => (
        <li
          key={`${chair.party} ${chair.person.id}`}
          className={styles.chair}
          style={{ borderColor: partyColour(mechanism, chair.party) }}
        >
          <p className={styles.party}>{partyName(mechanism, chair.party, i18n)}</p>
          <p className={styles.name}>
            <Link to={linkTo(paths.person(chair.person.id))}>
              <PersonName name={chair.person.name} party={chair.party} />
            </Link>
          </p>
          <p className={styles.office}>{i18n.name(chair.office.name)}</p>{' '}
          {!isCompact && chair.source !== null && <Reference fact={chair} />}
        </li>
      ))}
    </ul>
  );
}
