import { useLocation } from 'react-router';

import { useLinkTo } from '#src/address/links.ts';
import { homeOf, paths } from '#src/address/paths.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Link } from '#src/ui/Link.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import styles from './Places.module.css';

const VIEWS = ['overview', 'meetings', 'fields', 'calendar', 'sources'] as const;

/** True on the view's own page and on those that belong to it; no address but the overview's is a slash alone. */
const isIn = (pathname: string, view: string) => `${homeOf(pathname)}/`.startsWith(`${view}/`);

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
        {(areAtThumb ? VIEWS : ([...VIEWS, 'about'] as const)).map((view) => (
          <li key={view}>
            <Link
              to={linkTo(paths[view]())}
              className={styles.view}
              aria-current={isIn(pathname, paths[view]()) ? 'page' : undefined}
            >
              {t(`app.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
