import { useId, useState, type ComponentProps, useEffect } from 'react';
import { useLocation } from 'react-router';

import { useBackend } from '#src/api/BackendContext.ts';
import { DemoMenu, isChoosingScenario } from '#src/features/demo/DemoMenu.tsx';
import { SearchButton } from '#src/features/search/SearchButton.tsx';
import { paths } from '#src/address/paths.ts';
import { useLinkTo } from '#src/address/links.ts';
import { useRecord } from '#src/api/RecordContext.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { Button } from '#src/ui/controls/Button.tsx';
import { latePart } from '#src/ui/waiting/late-part.tsx';
import { keepStored, readStored, watchStored } from '#src/lib/stored.ts';
import { Link } from '#src/ui/Link.tsx';
import { useMedia } from '#src/ui/use-media.ts';
import { AsOfControl } from './AsOfControl.tsx';
import styles from './Header.module.css';
import { Places, useAreAtThumb, useIsNarrow } from './Places.tsx';
import { ShortcutsButton } from './ShortcutsButton.tsx';
import { dataStatusWords } from '#src/record/value-words.ts';
import { useParameter } from '#src/address/use-address.ts';
import { LANGUAGES } from '#src/i18n/languages.ts';
import { SelectOne } from '#src/ui/controls/SelectOne.tsx';

const TimeBar = latePart(
  async () => (await import('#src/features/calendar/scrubber/AsOfScrubber.tsx')).AsOfScrubber,
);
/** Views that carry the scrubber themselves, beside their axis of time. */
const VIEWS_OF_TIME = [paths.calendar(), paths.exchangeYear('')];

/** Says that the answers are made up for a demonstration: the menu that chose it may be folded away. */
function MadeUp() {
  const { t } = useI18n();
  const { mode, scenario, scenarios } = useBackend();
  if (mode !== 'mock' || scenario === null || scenario === scenarios[0]) return null;
  return (
    <p className={`${styles.madeUp} small`}>
      {t('demo.menu')} {t(`demo.${scenario}`)}
    </p>
  );
}

/** Folds the settings out and in; on a narrow screen it is all that is seen of them and of the places to go. */
function SettingsButton(
  own: Pick<ComponentProps<'button'>, 'aria-expanded' | 'aria-controls' | 'onClick'>,
) {
  const { t } = useI18n();
  const isNarrow = useIsNarrow();
  return (
    <Button {...own}>
      <span className={styles.sign} aria-hidden="true">
        ☰
      </span>
      <span className={isNarrow ? 'visually-hidden' : undefined}>
        {t(isNarrow ? 'app.menu' : 'app.settings')}
      </span>
    </Button>
  );
}

/** The name, what the data is, the views, and what holds for all of them: the moment in sight where there is room, the rest behind one button. */
export function Header() {
  const { t, name } = useI18n();
  const { mechanism } = useRecord();
  const backend = useBackend();
  const linkTo = useLinkTo();
  const isNarrow = useIsNarrow();
  const areAtThumb = useAreAtThumb();
  /** True where the line has no room for the moment that everything is shown as of. */
  const isFolded = useMedia('(max-width: 66rem)');
  const { pathname } = useLocation();
  const id = useId();
  const [isUnfolded, setIsUnfolded] = useState(isChoosingScenario);
  // Kept from view to view, so that a moment can be looked at in each of them.
  const [isMoving, setIsMoving] = useState(false);
  const hasOwn = VIEWS_OF_TIME.some((path) => pathname.startsWith(path));
  const moment = (
    <>
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
    </>
  );
  return (
    <header className={`${styles.header} no-print`}>
      <div className={styles.top}>
        <Link className={styles.name} to={linkTo(paths.overview())} translate="no">
          Communiqué
        </Link>
        <span className={`${styles.mechanism} small quiet`}>{name(mechanism.name)}</span>
        <Link
          className={`${styles.badge} tiny quiet`}
          data-status={mechanism.dataStatus}
          to={linkTo(paths.about())}
        >
          {dataStatusWords(mechanism.dataStatus, { t })}
        </Link>
        <MadeUp />
      </div>
      {!isNarrow && <Places />}
      <div className={styles.settings}>
        <SearchButton />
        {!isFolded && moment}
        <SettingsButton
          aria-expanded={isUnfolded}
          aria-controls={id}
          onClick={() => setIsUnfolded(!isUnfolded)}
        />
        <div id={id} className={styles.controls} hidden={!isUnfolded}>
          {isNarrow && !areAtThumb && <Places />}
          {isFolded && moment}
          <LanguageSelect />
          <ThemeSelect />
          <ShortcutsButton />
          {backend.mode === 'mock' && <DemoMenu />}
          {areAtThumb && (
            <Link className={styles.about} to={linkTo(paths.about())}>
              {t('app.about')}
            </Link>
          )}
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

function LanguageSelect() {
  const { t, language } = useI18n();
  const [, setLanguage] = useParameter('lang');
  return (
    <SelectOne
      isLabelHidden
      label={t('app.language')}
      options={LANGUAGES.map(({ tag, label }) => ({ value: tag, label, lang: tag }))}
      value={language}
      onChange={setLanguage}
    />
  );
}

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Also read by `public/first-paint.js`, before the first paint. */
const STORAGE_KEY = 'communique-theme';

/** The reader's chosen appearance; `system` where none is stored, or storage is forbidden. */
function storedTheme(): Theme {
  const stored = readStored(STORAGE_KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

/** Applies an appearance to the page. */
function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function ThemeSelect() {
  const { t } = useI18n();
  const [theme, setTheme] = useState(storedTheme);
  useEffect(
    () =>
      watchStored(STORAGE_KEY, () => {
        applyTheme(storedTheme());
        setTheme(storedTheme());
      }),
    [],
  );
  return (
    <SelectOne
      isLabelHidden
      label={t('app.theme')}
      options={THEMES.map((value) => ({ value, label: t(`app.theme-${value}`) }))}
      value={theme}
      onChange={(chosen) => {
        applyTheme(chosen);
        // For the next visit, where that is allowed.
        keepStored(STORAGE_KEY, chosen === 'system' ? null : chosen);
        setTheme(chosen);
      }}
    />
  );
}
