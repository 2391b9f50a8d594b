import { memo } from 'react';

import type { Facets } from '#src/api/schemas/entries.ts';
import { MAX_QUERY_LENGTH } from '#src/api/params.ts';
import { countActive } from '#src/address/filters.ts';
import { useChangeAddress, useChosenFilters, useIsChoosing } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { DelayedTextField } from '#src/ui/controls/DelayedTextField.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import { useUnfolding } from '#src/ui/use-unfolding.ts';
import { FacetList } from './FacetList.tsx';
import styles from './FilterBar.module.css';
import { MeetingRange } from './MeetingRange.tsx';
import { useAskAhead } from './use-ask-ahead.ts';
import { useFacetOptions } from '../series/use-facet-options.ts';

interface Props {
  /** Null until the first answer. */
  facets: Facets | null;
  /** True while the counts are those of the previous choice. */
  isPending: boolean;
}

/** Where the filters stand beside what they act on, with room of their own. */
const BESIDE = '(min-width: 60.01rem)';
const FACETS = [
  'group',
  'field',
  'party',
  'kind',
  'coChair',
  'reportedBy',
  'status',
  'exchangeYear',
] as const;
/** The lists that stand open at first: the questions that are asked most. */
const OPEN = new Set<string>(['group', 'field', 'party', 'kind']);
/**
 * On a phone, where no list scrolls by itself, the fields would push the others away; and their groups, open without them,
 * are taken for them: who looks for energy finds “Energy, industry and technology” first.
 */
const OF_FIELDS = new Set<string>(['group', 'field']);

/** The filters with what each choice would give; choosing writes the address at once. */
export const FilterBar = memo(function FilterBar({ facets, isPending }: Props) {
  const { t } = useI18n();
  const filters = useChosenFilters();
  const change = useChangeAddress();
  const isChoosing = useIsChoosing();
  const options = useFacetOptions(facets);
  const askAhead = useAskAhead();
  const active = countActive(filters);
  const isBeside = useMedia(BESIDE);
  const unfolding = useUnfolding(isBeside);
  return (
    <search className={`${styles.bar} no-print`} aria-label={t('filters.title')}>
      <details {...unfolding}>
        <summary className={styles.summary}>
          {active === 0 ? t('filters.title') : t('filters.titleActive', { count: active })}
        </summary>
        <label className={styles.text}>
          <span>{t('filters.q')}</span>
          <DelayedTextField
            value={filters.q}
            maxLength={MAX_QUERY_LENGTH}
            onChange={(q) => change({ q }, { replace: filters.q !== '' && q !== '' })}
          />
        </label>
        <MeetingRange />
        {FACETS.filter((facet) => options[facet].length > 0).map((facet) => (
          <FacetList
            key={facet}
            facet={facet}
            options={options[facet]}
            isPending={isPending || isChoosing}
            isOpenAtFirst={OPEN.has(facet) && (isBeside || !OF_FIELDS.has(facet))}
            onPress={askAhead}
          />
        ))}
      </details>
    </search>
  );
});
