import { Suspense } from 'react';
import { Outlet } from 'react-router';

import { LateWords } from '#src/i18n/LateWords.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';

const PAGE_HEIGHT = 640;

/** Around every page but the overview: with the words that the overview does not say. */
export function LatePages() {
  return (
    <Suspense fallback={<Skeleton height={PAGE_HEIGHT} />}>
      <LateWords>
        <Outlet />
      </LateWords>
    </Suspense>
  );
}
