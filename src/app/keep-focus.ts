import { painted } from '#src/ui/painted.ts';

const TAKES_FOCUS =
  'a[href], button, input, select, textarea, summary, [tabindex="0"], [role="group"][tabindex]';

/** The first thing in a place that takes the focus: of the kind of what had it, such as the next choice's own button, where there is one. */
function firstIn(place: Node, kind: string): HTMLElement | undefined {
  if (!(place instanceof Element) || !place.isConnected) return undefined;
  const found = place.matches(TAKES_FOCUS)
    ? [place as HTMLElement]
    : [...place.querySelectorAll<HTMLElement>(TAKES_FOCUS)];
  const usable = found.filter((one) => !one.matches(':disabled') && one.checkVisibility());
  return usable.find((one) => one.localName === kind) ?? usable[0];
}

function along(place: Node | null, way: 'nextSibling' | 'previousSibling', kind: string) {
  for (let at = place; at !== null; at = at[way]) {
    const found = firstIn(at, kind);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * What takes the focus nearest to where something was: what came in its place, else after it, before it or around it. Where
 * nothing was before it, what came in its place is the first of all.
 */
function neighbourOf({ target, nextSibling, previousSibling }: MutationRecord, kind: string) {
  const beside = (after: Node | null, before: Node | null) =>
    along(after, 'nextSibling', kind) ?? along(before, 'previousSibling', kind);
  const place = previousSibling === null ? target.firstChild : previousSibling.nextSibling;
  let found = beside(place, previousSibling) ?? beside(nextSibling, null);
  for (let at: Node | null = target; found === undefined && at !== null; at = at.parentNode)
    found = beside(at.nextSibling, at.previousSibling);
  return found;
}

async function handOn(change: MutationRecord, kind: string): Promise<void> {
  await painted();
  if (document.activeElement !== document.body) return;
  neighbourOf(change, kind)?.focus({ preventScroll: true });
}

/**
 * A control may go with what it does: a choice that is taken away, "Show more" at the end of a list. The keyboard must not
 * go with it: where the focus would fall to the page, the nearest control has it. What knows better goes first.
 */
export function keepFocus(signal: AbortSignal): void {
  let held = document.activeElement;
  document.addEventListener(
    'focusin',
    ({ target }) => {
      held = target instanceof Element ? target : null;
    },
    { signal },
  );
  // A press beside all controls gives the focus up.
  document.addEventListener('pointerdown', () => (held = null), { capture: true, signal });
  const watch = new MutationObserver((changes) => {
    const lost = held;
    if (lost === null || lost.isConnected) return;
    held = null;
    // A dialog that was closed has given the focus back by itself, to the page if it was there before.
    if (lost.closest('dialog')?.open === false) return;
    const change = changes.findLast(
      ({ target, removedNodes }) =>
        target.isConnected && [...removedNodes].some((node) => node.contains(lost)),
    );
    if (change === undefined) return;
    void handOn(change, lost.localName);
  });
  watch.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener('abort', () => watch.disconnect());
}
