import { memo } from 'react';

import { useParameter, useToggleFilter } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { useLate } from '#src/ui/waiting/use-late.ts';
import { useUnfolding } from '#src/ui/use-unfolding.ts';
import styles from './FilterBar.module.css';
import type { AskAhead } from './use-ask-ahead.ts';
import type { Facet, FacetOption } from '../series/use-facet-options.ts';
import { EvidenceLink } from '../evidence/EvidenceLink.tsx';

interface Props {
  facet: Facet;
  options: readonly FacetOption[];
  isPending: boolean;
  isOpenAtFirst: boolean;
  /** Called while a choice is being pressed, before it is made. */
  onPress: AskAhead;
}

interface OptionProps extends FacetOption {
  facet: Facet;
  isChosen: boolean;
  onToggle: (facet: Facet, value: string) => void;
  onPress: AskAhead;
}

/** Drawn anew only when its own count or mark changes: there are a hundred of them. */
const Option = memo(function Option(props: OptionProps) {
  const { facet, value, label, entries, isChosen, onToggle, onPress } = props;
  return (
    <li>
      <label className={`${styles.option} ${entries === 0 ? 'quiet' : ''}`}>
        <input
          type="checkbox"
          checked={isChosen}
          onChange={() => onToggle(facet, value)}
          onPointerDown={(event) => onPress(facet, value, event)}
        />
        <span onPointerDown={(event) => onPress(facet, value, event)}>{label}</span>
        {entries !== null && <FacetCount facet={facet} value={value} entries={entries} />}
      </label>
    </li>
  );
});

/** One filter's choices, each with the number of entries it would give; those that give none stay, quietly. */
export function FacetList({ facet, options, isPending, isOpenAtFirst, onPress }: Props) {
  const { t } = useI18n();
  const [values] = useParameter(facet);
  const toggle = useToggleFilter();
  const isLate = useLate(isPending);
  const chosen: readonly string[] = values;
  const unfolding = useUnfolding(isOpenAtFirst || chosen.length > 0);
  return (
    <details className={styles.facet} {...unfolding}>
      <summary>{t(`filters.${facet}`)}</summary>
      <ul className={`${styles.options} ${isLate ? styles.late : ''}`} aria-busy={isPending}>
        {options.map(({ value, label, entries }) => (
          <Option
            key={value}
            facet={facet}
            value={value}
            label={label}
            entries={entries}
            isChosen={chosen.includes(value)}
            onToggle={toggle}
            onPress={onPress}
          />
        ))}
      </ul>
    </details>
  );
}

/** What a choice would give; the number opens the entries behind it without choosing anything. */
function FacetCount({ facet, value, entries }: { facet: Facet; value: string; entries: number }) {
  const { t, number } = useI18n();
  const words = (
    <>
      {number(entries)}
      <span className="visually-hidden"> {t('filters.entries', { count: entries })}</span>
    </>
  );
  if (entries === 0) return <span className={styles.count}>{words}</span>;
  return (
    <EvidenceLink className={styles.count} cell={{ choice: { filter: facet, value } }}>
      {words}
    </EvidenceLink>
  );
}
