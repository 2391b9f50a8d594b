import type { SourceCount, SourceList } from '#src/api/schemas/sources.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { toggled } from '#src/address/filters.ts';
import { CHOICES } from '#src/address/parameters.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { JOINT, THIRD } from '#src/lib/accounts.ts';
import { partyName } from '#src/record/value-words.ts';
import { useMedia } from '#src/ui/use-media.ts';
import { useUnfolding } from '#src/ui/use-unfolding.ts';
import styles from './SourceFacets.module.css';
import type { SourceChoices } from './use-source-choices.ts';

interface FacetProps {
  legend: string;
  /** True where one is chosen alone, else several may be together. */
  isOne?: boolean;
  options: readonly { value: string; label: string; isChosen: boolean }[];
  /** What each choice would give; null until that is known. */
  counts: readonly SourceCount[] | null;
  onChoose: (value: string) => void;
}

/** The choices of one filter, each with the number of documents that it would give. */
function Facet({ legend, isOne = false, options, counts, onChoose }: FacetProps) {
  const { t, number } = useI18n();
  return (
    <fieldset className={styles.facet}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map(({ value, label, isChosen }) => {
        const sources = counts?.find((one) => one.value === value)?.sources;
        return (
          <label key={value} className={sources === 0 ? 'quiet' : undefined}>
            {isOne ? (
              <input
                type="radio"
                name={legend}
                checked={isChosen}
                onChange={() => onChoose(value)}
              />
            ) : (
              <input type="checkbox" checked={isChosen} onChange={() => onChoose(value)} />
            )}
            {label}
            <span className={styles.count}>
              {sources !== undefined && (
                <>
                  {number(sources)}
                  <span className="visually-hidden">
                    {' '}
                    {t('sources.documents', { count: sources })}
                  </span>
                </>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

interface Props {
  choices: SourceChoices;
  /** Null until the first answer. */
  list: SourceList | null;
}

/** By whose account a document is, and whether it is a copy; a phone shows them when they are asked for, or in use. */
export function SourceFacets({ choices, list }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { mechanism } = useRecord();
  const { reportedBy, setReportedBy, copies, setCopies } = choices;
  const isWide = useMedia('(min-width: 50rem)');
  const unfolding = useUnfolding(reportedBy.length > 0 || copies !== 'with');
  // A backend from before contract 1.7 has neither filter.
  if (list !== null && list.accounts === undefined) return null;
  const facets = (
    <div className={`${styles.facets} no-print small`}>
      <Facet
        legend={t('filters.reportedBy')}
        options={[...mechanism.parties.map(({ id }) => id), JOINT, THIRD].map((id) => ({
          value: id,
          label: partyName(mechanism, id, i18n),
          isChosen: reportedBy.includes(id),
        }))}
        counts={list?.accounts ?? null}
        onChoose={(id) => setReportedBy(toggled(reportedBy, id))}
      />
      <Facet
        legend={t('sources.copies')}
        isOne
        options={CHOICES.copies.map((value) => ({
          value,
          label: t(`sources.copies-${value}`),
          isChosen: copies === value,
        }))}
        counts={list?.copies ?? null}
        onChoose={(value) => setCopies(CHOICES.copies.find((one) => one === value) ?? 'with')}
      />
    </div>
  );
  if (isWide) return facets;
  return (
    <details className="no-print" {...unfolding}>
      <summary className={`${styles.summary} small`}>{t('sources.facets')}</summary>
      {facets}
    </details>
  );
}
