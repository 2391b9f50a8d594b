import type { Mechanism } from '#src/api/schemas/common.ts';
import { paths } from '#src/filters/paths.ts';
import { useLinkTo, useView, type LinkTo } from '#src/filters/use-view.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { citeEntry, citePage, citeSource } from '#src/lib/cite/cite.ts';
import type { Citation } from '#src/lib/cite/citation.ts';
import { today } from '#src/lib/clock.ts';
import type { Translator } from '#src/i18n/translator.ts';
import type { Cited } from './cited.ts';

function toPage(
  page: { id: string; title: string; url: string },
  mechanism: Mechanism,
  { name, language }: Translator,
): Citation {
  return citePage({ ...page, language, work: name(mechanism.name) }, mechanism, today());
}

/** Writes citations as of today, in the words of the interface where the app's own page is cited. */
export function useCite(): (what: Cited) => Citation {
  const i18n = useI18n();
  const { mechanism } = useView();
  const linkTo = useLinkTo();
  return (what) => citationOf(what, { i18n, mechanism, linkTo });
}

interface Context {
  i18n: Translator;
  mechanism: Mechanism;
  linkTo: LinkTo;
}

function citationOf(what: Cited, { i18n, mechanism, linkTo }: Context): Citation {
  if (what.kind === 'source') return citeSource(what.source, today());
  if (what.kind === 'page') {
    const { id, title } = what;
    return toPage({ id, title, url: window.location.href }, mechanism, i18n);
  }
  const { entry } = what;
  const { pathname, search, hash } = linkTo(
    paths.meeting(entry.meeting.ordinal),
    {},
    `#entry-${entry.id}`,
  );
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const page = toPage(
    {
      id: entry.id,
      title: entry.text,
      url: `${window.location.origin}${base}${pathname}${search}${hash}`,
    },
    mechanism,
    i18n,
  );
  return citeEntry(entry, page, today());
}
