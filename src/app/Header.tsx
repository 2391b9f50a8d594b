import { useState } from 'react';
import { useLocation } from 'react-router';

import { useBackend } from '#src/api/BackendContext.ts';
import { DemoMenu } from '#src/features/demo/DemoMenu.tsx';
import { SearchButton } from '#src/features/search/SearchButton.tsx';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/Button.tsx';
import { latePart } from '#src/ui/late-part.tsx';
import { Link } from '#src/ui/Link.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import { AsOfControl } from './AsOfControl.tsx';
import styles from './Header.module.css';
import { LanguageSelect } from './LanguageSelect.tsx';
import { ShortcutsButton } from './ShortcutsButton.tsx';
import { ThemeSelect } from './ThemeSelect.tsx';
import { dataStatusWords } from '#src/record/value-words.ts';

const TimeBar = latePart(
  async () => (await import('#src/features/calendar/scrubber/TimeBar.tsx')).TimeBar,
);
/** Views that carry the scrubber themselves, beside their axis of time. */
const VIEWS_OF_TIME = [paths.calendar(), paths.exchangeYear('')];

const VIEWS = [
  { path: paths.overview(), label: 'app.overview' },
  { path: paths.meetings(), label: 'app.meetings' },
  { path: paths.fields(), label: 'app.fields' },
  { path: paths.calendar(), label: 'app.calendar' },
  { path: paths.sources(), label: 'app.sources' },
  { path: paths.about(), label: 'app.about' },
] as const;

/** True for the view's own page and for those below it; all pages lie below the overview. */
const isIn = (pathname: string, view: string) =>
  pathname === view || (view !== paths.overview() && pathname.startsWith(`${view}/`));

/** The name, what the data is, the views, and the settings that hold for all of them. */
export function Header() {
  const { t, name } = useI18n();
  const { mechanism } = useRecord();
  const backend = useBackend();
  const linkTo = useLinkTo();
  const isNarrow = useMedia('(max-width: 40rem)');
  const { pathname } = useLocation();
  // Kept from view to view, so that a moment can be looked at in each of them.
  const [isMoving, setIsMoving] = useState(false);
  const hasOwn = VIEWS_OF_TIME.some((path) => pathname.startsWith(path));
  return (
    <header className={`${styles.header} no-print`}>
      <div className={styles.top}>
        <Link className={styles.name} to={linkTo(paths.overview())} translate="no">
          Communiqué
        </Link>
        <span className={styles.mechanism}>{name(mechanism.name)}</span>
        <Link
          className={styles.badge}
          data-status={mechanism.dataStatus}
          to={linkTo(paths.about())}
        >
          {dataStatusWords(mechanism.dataStatus, { t })}
        </Link>
        {backend.mode === 'mock' && <DemoMenu />}
      </div>
      <div className={styles.bar}>
        <nav aria-label={t('app.navigation')}>
          <ul className={styles.views}>
            {VIEWS.map(({ path, label }) => (
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
        <div className={styles.settings}>
          <SearchButton />
          <details className={styles.more} open={!isNarrow}>
            <summary className={styles.summary}>{t('app.settings')}</summary>
            <div className={styles.controls}>
              <AsOfControl />
              {!hasOwn && (
                <Button
                  aria-expanded={isMoving}
                  aria-controls="time-bar"
                  onClick={() => setIsMoving(!isMoving)}
                >
                  {t('app.throughTime')}
                </Button>
              )}
              <LanguageSelect />
              <ThemeSelect />
              <ShortcutsButton />
            </div>
          </details>
        </div>
      </div>
      {isMoving && !hasOwn && (
        <div id="time-bar" className={styles.time}>
          <TimeBar />
        </div>
      )}
    </header>
  );
}
