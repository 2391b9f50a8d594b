import { useI18n } from '#src/i18n/I18nContext.tsx';
import type { MessageKey } from '#src/i18n/messages.ts';
import { Dialog } from '#src/ui/controls/Dialog.tsx';
import { turnSingleKeys, useAreSingleKeysOn } from '#src/ui/single-keys.ts';
import styles from './ShortcutsDialog.module.css';

type ShortcutKey = Extract<MessageKey, `shortcuts.${string}`>;
interface Shortcut {
  /** As they stand on keyboards, which is the same in every language. */
  keys: readonly string[];
  does: ShortcutKey;
  /** Acts alone, and can be turned off. */
  isSingle?: true;
}

/** Every shortcut there is, by where it works. */
const SHORTCUTS: readonly { where: ShortcutKey; of: readonly Shortcut[] }[] = [
  {
    where: 'shortcuts.anywhere',
    of: [
      { keys: ['Ctrl K', '⌘ K'], does: 'shortcuts.search' },
      { keys: ['/'], does: 'shortcuts.search', isSingle: true },
      { keys: ['?'], does: 'shortcuts.list', isSingle: true },
      { keys: ['Esc'], does: 'shortcuts.close' },
    ],
  },
  {
    where: 'shortcuts.inEntries',
    of: [
      {
        keys: ['↑', '↓', 'Page Up', 'Page Down', 'Home', 'End'],
        does: 'shortcuts.goThroughEntries',
      },
      { keys: ['Enter'], does: 'shortcuts.openMeeting' },
      { keys: ['C'], does: 'shortcuts.copyCitation', isSingle: true },
      { keys: ['Esc'], does: 'shortcuts.letGo' },
    ],
  },
  {
    where: 'shortcuts.onMeeting',
    of: [{ keys: ['←', '→'], does: 'shortcuts.turnPage' }],
  },
  {
    where: 'shortcuts.inTimeline',
    of: [
      { keys: ['←', '→', '↑', '↓', 'Home', 'End'], does: 'shortcuts.goThroughMarks' },
      { keys: ['+', '−', '0'], does: 'shortcuts.zoom' },
      { keys: ['Shift ←', 'Shift →'], does: 'shortcuts.moveTime' },
    ],
  },
  {
    where: 'shortcuts.inHeatMap',
    of: [
      { keys: ['←', '→', '↑', '↓', 'Home', 'End'], does: 'shortcuts.goThroughCells' },
      { keys: ['Ctrl ←', 'Ctrl →', 'Ctrl ↑', 'Ctrl ↓'], does: 'shortcuts.goToEdge' },
      { keys: ['Ctrl Home', 'Ctrl End'], does: 'shortcuts.goToCorner' },
    ],
  },
  {
    where: 'shortcuts.inMonths',
    of: [
      { keys: ['←', '→', '↑', '↓'], does: 'shortcuts.goThroughDays' },
      { keys: ['Home', 'End'], does: 'shortcuts.goToWeekEnds' },
      { keys: ['Page Up', 'Page Down'], does: 'shortcuts.goByMonth' },
      { keys: ['Shift Page Up', 'Shift Page Down'], does: 'shortcuts.goByYear' },
      { keys: ['Enter', 'Space'], does: 'shortcuts.openDay' },
    ],
  },
];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const areOn = useAreSingleKeysOn();
  return (
    <Dialog title={t('app.shortcuts')} onClose={onClose}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={areOn}
          onChange={({ target }) => turnSingleKeys(target.checked)}
        />
        {t('shortcuts.singleKeys')}
      </label>
      {SHORTCUTS.map(({ where, of }) => (
        <section key={where}>
          <h3 className={styles.where}>{t(where)}</h3>
          <dl className={styles.list}>
            {of.map(({ keys, does, isSingle }) => (
              <div
                key={keys.join(' ')}
                className={`${styles.line} ${isSingle === true && !areOn ? 'quiet' : ''}`}
              >
                <dt className={styles.keys}>
                  {keys.map((one) => (
                    <kbd key={one}>{one}</kbd>
                  ))}
                </dt>
                <dd>
                  {t(does)}
                  {isSingle === true && !areOn && ` (${t('shortcuts.isOff')})`}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
