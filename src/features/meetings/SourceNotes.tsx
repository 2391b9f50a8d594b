import { use } from 'react';

import type { Meeting } from '#src/api/schemas/meetings.ts';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { SourceNumbersContext } from '#src/record/SourceNumbersContext.ts';
import { Link } from '#src/ui/Link.tsx';
import { partBySources } from './part-by-sources.ts';
import styles from './SourceNotes.module.css';

interface Props {
  notes: NonNullable<Meeting['notes']>;
  sources: Meeting['sources'];
}

/** What people wrote about the gaps, with each source that they name by its id leading to that source. */
export function SourceNotes({ notes, sources }: Props) {
  const linkTo = useLinkTo();
  const numbers = use(SourceNumbersContext);
  const byId = new Map(sources.map((source) => [source.id, source]));
  return (
    <p lang={notes.lang} dir="auto" className={styles.notes}>
      {partBySources(notes.text, [...byId.keys()]).map(({ text, at }) => {
        const source = byId.get(text);
        return source === undefined ? (
          text
        ) : (
          <Link
            key={at}
            to={linkTo(paths.source(source.id))}
            title={`${source.publisher}: ${source.title}`}
            className={styles.source}
            data-number={numbers.get(source.id)}
          >
            {text}
          </Link>
        );
      })}
    </p>
  );
}
