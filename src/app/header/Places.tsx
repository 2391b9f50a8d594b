import { useLocation } from 'react-router';

import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import styles from './Places.module.css';

const ABOUT = { path: paths.about(), label: 'app.about' } as const;
const VIEWS = [
  { path: paths.overview(), label: 'app.overview' },
  { path: paths.meetings(), label: 'app.meetings' },
  { path: paths.fields(), label: 'app.fields' },
  { path: paths.calendar(), label: 'app.calendar' },
  { path: paths.sources(), label: 'app.sources' },
] as const;

/** True for the view's own page and for those below it; all pages lie below the overview. */
const isIn = (pathname: string, view: string) =>
  pathname === view || (view !== paths.overview() && pathname.startsWith(`${view}/`));

const NARROW = '(max-width: 40rem)';
/** True where the head is one bar, with all else behind a button. */
export const useIsNarrow = () => useMedia(NARROW);
/** True where the places to go stay at the lower edge: a narrow screen that is touched. */
export const useAreAtThumb = () => useMedia(`${NARROW} and (pointer: coarse)`);

/** The views that a reader goes to; at the thumb there is no room for About, which is among the settings then. */
export function Places() {
  const { t } = useI18n();
  const linkTo = useLinkTo();
  const areAtThumb = useAreAtThumb();
  const { pathname } = useLocation();
  return (
    <nav
      className={`${areAtThumb ? styles.atThumb : ''} no-print`}
      aria-label={t('app.navigation')}
    >
      <ul className={styles.views}>
        {(areAtThumb ? VIEWS : [...VIEWS, ABOUT]).map(({ path, label }) => (
          <li key={path}>
            <Link
              to={linkTo(path)}
              className={styles.view}
              aria-current={isIn(pathname, path) ? 'page' : undefined}
            >
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
