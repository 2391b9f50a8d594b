import { Suspense, type ComponentType } from 'react';

import { LateWords } from '#src/i18n/LateWords.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';

const PAGE_HEIGHT = 640;

/** A page with the words that the overview does not say. */
export function latePage(Page: ComponentType): ComponentType {
  return function LatePage() {
    return (
      <Suspense fallback={<Skeleton height={PAGE_HEIGHT} />}>
        <LateWords>
          <Page />
        </LateWords>
      </Suspense>
    );
  };
}
