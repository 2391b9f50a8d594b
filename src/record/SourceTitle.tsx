import type { Source } from '#src/api/schemas/sources.ts';
import { sourceTitle } from '#src/lib/shown-text.ts';
import { RecordText } from './RecordText.tsx';

/**
 * A document by its title, in the title's own language; without one, by what the page is. That is a sentence of the record,
 * which says its language as all of them do; a title is in the document's, which stands beside it.
 */
export function SourceTitle({ of: source }: { of: Source }) {
  const told = sourceTitle(source);
  if (source.standIn?.isFromAddress === false) return <RecordText of={told} />;
  return (
    <span lang={told.lang} dir="auto">
      {told.text}
    </span>
  );
}
