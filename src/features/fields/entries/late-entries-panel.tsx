import { latePart } from '#src/ui/waiting/late-part.tsx';
import { Skeleton } from '#src/ui/waiting/Skeleton.tsx';

/** The entries stand far below a page's facts, and bring the library along that draws long lists. */
export const LateEntriesPanel = latePart(
  async () => (await import('./EntriesPanel.tsx')).EntriesPanel,
  <Skeleton height={640} />,
);
