import { useEffect, useRef } from 'react';

import { useGo } from '#src/address/use-address.ts';
import { useI18n } from '#src/i18n/I18nContext.tsx';
import { rememberSearch } from './recent-searches.ts';
import { SearchBox } from './SearchBox.tsx';
import styles from './SearchDialog.module.css';
import type { SearchTarget } from '#src/record/matches/search-options.ts';
import { useTargetLink } from '#src/record/matches/use-target-link.ts';

interface Props {
  /** What was typed before the search was there. */
  begunWith: () => string;
  onClose: () => void;
}

/** Search over everything on record, in the platform's own modal dialog. Render it to open it. */
export function SearchDialog({ begunWith, onClose }: Props) {
  const { t } = useI18n();
  const follow = useGo();
  const targetLink = useTargetLink();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null || dialog.open) return;
    dialog.showModal();
    dialog.querySelector('input')?.focus();
  }, []);
  const leave = (text: string) => {
    rememberSearch(text);
    ref.current?.close();
  };
  const go = (target: SearchTarget, text: string) => {
    leave(text);
    follow(targetLink(target));
  };
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-label={t('search.label')}
      onClose={onClose}
      // The platform's light dismiss: a press on the backdrop closes.
      {...{ closedby: 'any' }}
    >
      <SearchBox
        begunWith={begunWith}
        onGo={go}
        onFollow={leave}
        onClose={() => ref.current?.close()}
      />
    </dialog>
  );
}
