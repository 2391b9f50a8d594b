import type { Mechanism } from '#src/api/schemas/common.ts';
import { type LinkTo, useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { shownText } from '#src/lib/shown-text.ts';
import { citeEntry, citePage, citeSource } from '#src/lib/cite/cite.ts';
import type { Citation } from '#src/lib/cite/citation.ts';
import { useToday } from '#src/ui/use-today.ts';
import type { Translator } from '#src/i18n/translator.ts';
import { shownAddress } from '#src/ui/shown-address.ts';
import type { Cited } from './cited.ts';
import { entryAddress } from '../use-entry-address.ts';

function toPage(
  page: { id: string; title: string; url: string },
  { mechanism, today, i18n: { name, language } }: Context,
): Citation {
  return citePage({ ...page, language, work: name(mechanism.name) }, mechanism, today);
}

/** Writes citations as of today, in the words of the interface where the app's own page is cited. */
export function useCite(): (what: Cited) => Citation {
  const i18n = useI18n();
  const { mechanism } = useRecord();
  const linkTo = useLinkTo();
  const today = useToday();
  return (what) => citationOf(what, { i18n, mechanism, linkTo, today });
}

interface Context {
  i18n: Translator;
  mechanism: Mechanism;
  linkTo: LinkTo;
  /** When it was looked at, `YYYY-MM-DD`. */
  today: string;
}

function citationOf(what: Cited, context: Context): Citation {
  const { linkTo, today } = context;
  if (what.kind === 'source') return citeSource(what.source, today);
  if (what.kind === 'page') {
    const { id, title } = what;
    return toPage({ id, title, url: shownAddress().href }, context);
  }
  const { entry } = what;
  const page = toPage(
    {
      id: entry.id,
      title: shownText(entry, context.i18n.language).text,
      url: entryAddress(entry, linkTo),
    },
    context,
  );
  return what.kind === 'compiled' ? page : citeEntry(entry, page, today);
}
