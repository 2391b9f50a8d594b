import { use } from 'react';

import type { Meeting } from '#src/api/schemas/meetings.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { shownText, sourceTitle } from '#src/lib/shown-text.ts';
import { SourceNumbersContext } from '#src/record/SourceNumbersContext.ts';
import { TextLanguage } from '#src/record/TextLanguage.tsx';
import { Link } from '#src/ui/Link.tsx';
import { partBySources } from './part-by-sources.ts';
import styles from './SourceNotes.module.css';

interface Props {
  notes: NonNullable<Meeting['notes']>;
  sources: Meeting['sources'];
}

/** What people wrote about the gaps, with each source that they name by its id leading to that source. */
export function SourceNotes({ notes, sources }: Props) {
  const shown = shownText(notes, useI18n().language);
  const linkTo = useLinkTo();
  const numbers = use(SourceNumbersContext);
  const byId = new Map(sources.map((source) => [source.id, source]));
  return (
    <p dir="auto" className={styles.notes}>
      <span lang={shown.lang}>
        {partBySources(shown.text, [...byId.keys()]).map(({ text, at }) => {
          const source = byId.get(text);
          return source === undefined ? (
            text
          ) : (
            <Link
              key={at}
              to={linkTo(paths.source(source.id))}
              title={`${source.publisher}: ${sourceTitle(source).text}`}
              className={styles.source}
              data-number={numbers.get(source.id)}
            >
              {text}
            </Link>
          );
        })}
      </span>
      <TextLanguage lang={shown.lang} />
    </p>
  );
}
