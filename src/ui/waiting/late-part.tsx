import { createElement, Suspense, use, type ComponentType, type ReactNode } from 'react';

import { useI18n } from '#src/i18n/I18nContext.tsx';
import { LateWords } from '#src/i18n/LateWords.tsx';
import { loadLateCatalogue } from '#src/i18n/load-late-catalogue.ts';
import { askedOnce } from '#src/lib/asked-once.ts';
import { loadWhenOnline } from '#src/lib/network.ts';
import { PanelBoundary } from './PanelBoundary.tsx';

/** Takes no room, and tells what asks whether the page is complete that something is still to come. */
export const NOTHING_YET = <span hidden data-skeleton="" />;

/**
 * A part of a view that is fetched when it is first drawn, together with the late words; `meanwhile` stands in its place
 * until both are there, without a network until there is one. It waits and fails alone: the page around it would lose its
 * focus with being hidden.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = NOTHING_YET,
): ComponentType<Props> {
  const loadOnce = askedOnce(() => loadWhenOnline(load));
  function Fetched(props: Props) {
    const { language } = useI18n();
    // Asked for beside the part, not after it.
    void loadLateCatalogue(language).catch(() => undefined);
    const part = createElement(use(loadOnce()), props);
    return <LateWords>{part}</LateWords>;
  }
  return function LatePart(props: Props) {
    return (
      <PanelBoundary>
        <Suspense fallback={meanwhile}>
          <Fetched {...props} />
        </Suspense>
      </PanelBoundary>
    );
  };
}
