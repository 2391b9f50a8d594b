import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';

/** The way from one document to all of them. */
export function BackToSources() {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  return (
    <p className="no-print">
      <Link to={linkTo(paths.sources())}>{t('sources.backToList')}</Link>
    </p>
  );
}
