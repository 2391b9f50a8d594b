import type { Source } from '#src/api/schemas/sources.ts';
import { sourceTitle } from '#src/lib/shown-text.ts';

/** A document by its title, in the title's own language; without one, by what the page is. */
export function SourceTitle({ of: source }: { of: Source }) {
  const { text, lang } = sourceTitle(source);
  return (
    <span lang={lang} dir="auto">
      {text}
    </span>
  );
}
