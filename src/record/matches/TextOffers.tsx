import { useQuery } from '@tanstack/react-query';

import { useRecord } from '#src/api/RecordContext.ts';
import { useAsOf, useFilters } from '#src/address/use-address.ts';
import { useApi } from '#src/api/ApiContext.ts';
import { entryPageQuery, searchQuery } from '#src/api/queries.ts';
import { countActive, type Filters, NO_FILTERS, toEntryFilters } from '#src/address/filters.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { SearchMatch } from '#src/api/schemas/search.ts';
import { FailureNotice } from '#src/ui/waiting/FailureNotice.tsx';
import { Link } from '#src/ui/Link.tsx';
import { Notice } from '#src/ui/waiting/Notice.tsx';
import { searchableText, type SearchOption, type SearchSection } from './search-options.ts';
import { searchTypeWords } from './search-type-words.ts';
import styles from './TextOffers.module.css';
import {
  fieldForText,
  isOfOtherLanguage,
  otherForm,
  toOffers,
  type OtherForm,
} from './text-offers.ts';
import { TextLanguages, useLatestTexts } from './TextLanguages.tsx';
import { useTargetLink } from './use-target-link.ts';
import { toMatchWords } from './match-words.ts';

const PER_GROUP = 5;
/** Beside entries that hold the words, no more fields are offered than these. */
const FIELDS_BESIDE = 2;

/** The link that is pressed goes with the text that it replaces: what is on the page now is where a reader goes on. */
const focusMain = () => document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });

interface Props {
  /** True where the text leaves some entries: then only what may hold more is offered. */
  isBesideEntries?: boolean;
}

/** A match in one line of running text: its number, its name, and the name that was found where that is another one. */
function MatchLine({ option: { type, match }, q }: { option: SearchOption; q: string }) {
  const i18n = useI18n();
  if (match === null) return null;
  const { ordinal, title, found } = toMatchWords(type, match, q, i18n);
  return (
    <>
      {ordinal !== null && `${ordinal} · `}
      <bdi lang={title.lang}>{title.text}</bdi>
      {found !== null && (
        <>
          {' '}
          <bdi lang={found.lang}>{found.text}</bdi>
        </>
      )}
    </>
  );
}

/** The entries that have a word in another form: how many, and the way to them. */
function OtherForms({ form: { q, isBeginning }, count }: { form: OtherForm; count: number }) {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  return (
    <p>
      <Link to={linkTo(paths.fields(), { ...NO_FILTERS, q })} keepsPlace onClick={focusMain}>
        {t(isBeginning ? 'search.withBeginning' : 'search.withCharacters', { count, q })}
      </Link>
    </p>
  );
}

/** How many entries the same view has of a field, in the place of the words that name it. */
function useFieldCount(id: string): number | undefined {
  const { asOf } = useAsOf();
  const ofField = toEntryFilters({ ...useFilters(), ...fieldForText(id) }, asOf);
  return useQuery(entryPageQuery(useApi(), { ...ofField, limit: 1 })).data?.total;
}

function FieldCount({ id }: { id: string }) {
  const { number } = useI18n();
  const count = useFieldCount(id);
  return count !== undefined && ` (${number(count)})`;
}

/** The way from words to the field that goes by them, of which they may find only some entries. */
function FieldLine({ field }: { field: SearchMatch }) {
  const { t, name } = useI18n();
  const linkTo = useLinkTo();
  const filters = useFilters();
  const count = useFieldCount(field.id);
  if (count === undefined || count === 0) return null;
  return (
    <p className={`${styles.field} links small`}>
      <Link
        to={linkTo(paths.fields(), { ...filters, ...fieldForText(field.id) })}
        keepsPlace
        onClick={focusMain}
      >
        {t('search.ofField', { count, field: name(field.name) })}
      </Link>
    </p>
  );
}

/** What the same text is a name of, line by line. */
function NameMatches({ sections, q }: { sections: readonly SearchSection[]; q: string }) {
  const { t } = useI18n();
  const filters = useFilters();
  const linkTo = useLinkTo();
  const targetLink = useTargetLink();
  const linkOf = ({ type, match, target }: SearchOption) => {
    if (type === 'field' && match !== null)
      return linkTo(paths.fields(), { ...filters, ...fieldForText(match.id) });
    return targetLink(target ?? { pathname: paths.overview() });
  };
  return (
    <ul className={styles.offers}>
      {sections.flatMap(({ type, options }) =>
        options.map((option) => (
          <li key={option.key}>
            <span className="quiet">{searchTypeWords(type, { t })}</span>{' '}
            <Link
              to={linkOf(option)}
              keepsPlace={type === 'field'}
              onClick={type === 'field' ? focusMain : undefined}
            >
              <MatchLine option={option} q={q} />
            </Link>
            {type === 'field' && option.match !== null && <FieldCount id={option.match.id} />}
          </li>
        )),
      )}
    </ul>
  );
}

interface Asked {
  q: string;
  filters: Filters;
  to: string;
  isBesideEntries: boolean;
}

/** What is asked to know what else a text may be meant for. */
function useOffered({ q, filters, to, isBesideEntries }: Asked) {
  const api = useApi();
  const isAlone = countActive(filters) === 1;
  const form = otherForm(q);
  const total = (of: string, enabled: boolean) => ({
    ...entryPageQuery(api, { q: of, to, limit: 1 }),
    enabled,
  });
  const search = useQuery({ ...searchQuery(api, { q, limit: PER_GROUP }), enabled: q !== '' });
  const unfiltered = useQuery(total(filters.q, filters.q !== '' && !isAlone && !isBesideEntries));
  // What words begin with finds what the words themselves find, and more that is something else.
  const isFormAsked = form !== null && !(isBesideEntries && form.isBeginning);
  const inForm = useQuery(total(form?.q ?? '', isFormAsked));
  const latest = useLatestTexts();
  const others = isAlone || isBesideEntries ? 0 : (unfiltered.data?.total ?? 0);
  // Under other filters it may be the filters that leave nothing.
  const isInNone = !isBesideEntries && others === 0 && (isAlone || unfiltered.isSuccess);
  const inFormCount = isFormAsked ? (inForm.data?.total ?? 0) : 0;
  const isFormOffered = inFormCount > 0 && (isInNone || form?.isBeginning === false);
  return {
    failed: [search, unfiltered, inForm, latest].filter(({ isError }) => isError),
    found: search.isPlaceholderData ? undefined : search.data,
    others,
    form: isFormOffered ? form : null,
    inFormCount,
    isOfOther: !isBesideEntries || isOfOtherLanguage(q, latest.data?.items ?? []),
  };
}

/**
 * With a text filter that leaves nothing, or not all that it may be meant for: the language of the entries, and what the
 * same text does match.
 */
export function TextOffers({ isBesideEntries = false }: Props) {
  const { t } = useI18n();
  const record = useRecord();
  const moment = useAsOf();
  const filters = useFilters();
  const linkTo = useLinkTo();
  const q = searchableText(filters.q);
  const { failed, found, others, form, inFormCount, isOfOther } = useOffered({
    q,
    filters,
    to: moment.asOf,
    isBesideEntries,
  });
  if (filters.q === '') return null;
  const [first] = failed;
  if (first)
    return (
      <>
        <p>{t('search.offersFailed')}</p>
        <FailureNotice
          error={first.error}
          onRetry={() => failed.forEach(({ refetch }) => void refetch())}
        />
      </>
    );
  const offers = found === undefined ? [] : toOffers(found, { ...record, ...moment });
  if (!isOfOther && form === null)
    return offers
      .filter(({ type }) => type === 'field')
      .flatMap(({ options }) => options.flatMap(({ match }) => match ?? []))
      .slice(0, FIELDS_BESIDE)
      .map((field) => <FieldLine key={field.id} field={field} />);
  return (
    <Notice tone="info">
      {isOfOther && <TextLanguages />}
      {others > 0 && (
        <p>
          <Link
            to={linkTo(paths.fields(), { ...NO_FILTERS, q: filters.q })}
            keepsPlace
            onClick={focusMain}
          >
            {t('search.withoutFilters', { count: others })}
          </Link>
        </p>
      )}
      {form !== null && <OtherForms form={form} count={inFormCount} />}
      {isOfOther && offers.length > 0 && (
        <>
          <p>{t('search.matchesByName')}</p>
          <NameMatches sections={offers} q={q} />
        </>
      )}
    </Notice>
  );
}
