import { latePart } from '#src/ui/waiting/late-part.tsx';

/** What a text filter that leaves nothing could lead to, fetched when there is nothing. */
export const LateTextOffers = latePart(async () => (await import('./TextOffers.tsx')).TextOffers);
