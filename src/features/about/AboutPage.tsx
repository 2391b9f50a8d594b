import { LateWords } from '#src/i18n/LateWords.tsx';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import { AboutPanels } from './AboutPanels.tsx';

const PAGE_HEIGHT = 640;

/** How the record was made, what state it is in, and which backend answers. */
export function AboutPage() {
  return (
    <LateWords fallback={<Skeleton height={PAGE_HEIGHT} />}>
      <AboutPanels />
    </LateWords>
  );
}
