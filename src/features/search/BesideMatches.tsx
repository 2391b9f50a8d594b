import { useQuery } from '@tanstack/react-query';

import { useApi } from '#src/api/ApiContext.ts';
import { searchQuery } from '#src/api/queries.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { countAll, toSections } from '#src/record/matches/search-options.ts';
import { otherForm } from '#src/record/matches/text-offers.ts';
import { TextLanguages } from '#src/record/matches/TextLanguages.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import styles from './SearchDialog.module.css';

const SHOWN_AT_MOST = 60;

interface Props {
  /** What was looked for. */
  q: string;
  /** How many things match. */
  found: number;
  onTry: (text: string) => void;
}

/** The way to what matches in another form of the words: in other characters, or, where nothing does, by their beginning. */
function OtherFormOffer({ q, found, onTry }: Props) {
  const { t } = useI18n();
  const api = useApi();
  const form = otherForm(q);
  const isAsked = form !== null && (found === 0 || !form.isBeginning);
  const other = useQuery({
    ...searchQuery(api, { q: form?.q ?? '', limit: 1 }),
    enabled: isAsked,
  });
  if (!isAsked || !other.isSuccess || other.isPlaceholderData) return null;
  if (countAll(toSections(other.data)) <= found) return null;
  return (
    <Button onClick={() => onTry(form.q)}>
      {t(form.isBeginning ? 'search.tryBeginning' : 'search.tryCharacters', { q: form.q })}
    </Button>
  );
}

/** Says that nothing matches, where that is so, and what may find more. */
export function BesideMatches(props: Props) {
  const { t, rich } = useI18n();
  if (props.found > 0) return <OtherFormOffer {...props} />;
  const { q } = props;
  const shown = q.length > SHOWN_AT_MOST ? `${q.slice(0, SHOWN_AT_MOST)}…` : q;
  return (
    <div className={styles.none}>
      {/* Text that runs from right to left must not turn the sentence around it. */}
      <p>{rich('search.none', { q: <bdi key="q">{shown}</bdi> })}</p>
      <TextLanguages />
      <OtherFormOffer {...props} />
      <p>{t('search.noneAdvice')}</p>
    </div>
  );
}
