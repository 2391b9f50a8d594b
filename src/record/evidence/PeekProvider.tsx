import {
  createContext,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
  type RefCallback,
} from 'react';

import type { EvidenceStatus } from '#src/api/schemas/common.ts';
import type { Entry } from '#src/api/schemas/entries.ts';
import type { Told } from '#src/lib/shown-text.ts';
import { usePrinting } from '#src/ui/use-printing.ts';
import { latePart } from '#src/ui/waiting/late-part.tsx';
import type { Supported } from '#src/lib/accounts.ts';

/** A fact with its support; `entry` where the fact is one, so that it can be linked and cited by itself. */
export interface Referred {
  fact: Supported;
  status?: EvidenceStatus | undefined;
  entry?: Entry | undefined;
  /** The sentence that is supported, as it was written and translated; of an entry its own. */
  told?: Told | undefined;
}

/** The evidence that is on screen, and the reference that it belongs to. */
export interface Peeked extends Referred {
  anchor: HTMLElement;
  /** True once the reader has pressed for it: then it stays until it is let go. */
  isHeld: boolean;
}

export interface PeekControl {
  /** Opens evidence to stay; closes it where it stays already. */
  press: (referred: Referred, anchor: HTMLElement) => void;
  /** Shows evidence for as long as the pointer rests. */
  rest: (referred: Referred, anchor: HTMLElement) => void;
  /**
   * The same for the focus, where a reader has moved it on to the reference. What was closed there must not come again because
   * the focus comes back, from the evidence itself, from a dialog or from another window.
   */
  reach: (referred: Referred, anchor: HTMLElement) => void;
  /** The pointer or the focus has left; what was pressed for stays. */
  leave: () => void;
  /** The pointer has come to the evidence itself. */
  stay: () => void;
  close: () => void;
  /** For a reference's own element: once it is gone, its evidence goes with it. */
  attach: RefCallback<HTMLElement>;
  togglePin: () => void;
}

export interface PeekProps {
  peeked: Peeked;
  /** True where it stands beside the text. */
  isPinned: boolean;
  control: PeekControl;
}

/** So long a pointer rests on what it means; and so long it may take from a reference to its evidence. */
const REST_MS = 200;

const LatePeek: ComponentType<PeekProps> = latePart(async () => (await import('./Peek.tsx')).Peek);

const PeekContext = createContext<PeekControl | null>(null);

/** True while the page is on its way to paper: asked once for all references, of which a page may have hundreds. */
export const OnPaperContext = createContext(false);

/** Throws outside of a {@link PeekProvider}. */
export function usePeek(): PeekControl {
  const control = use(PeekContext);
  if (control === null) throw new Error('usePeek needs a PeekProvider above it');
  return control;
}

/** Shows the evidence of one reference at a time, for all references of the page. */
export function PeekProvider({ children }: { children: ReactNode }) {
  const [{ peeked, isPinned }, setState] = useState<{ peeked: Peeked | null; isPinned: boolean }>({
    peeked: null,
    isPinned: false,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = useRef<HTMLElement>(null);
  const isPrinting = usePrinting();
  useLayoutEffect(() => {
    shown.current = peeked?.anchor ?? null;
  }, [peeked]);
  const lastKey = useRef('');
  useEffect(() => {
    const remember = ({ key }: KeyboardEvent) => (lastKey.current = key);
    window.addEventListener('keydown', remember);
    return () => window.removeEventListener('keydown', remember);
  }, []);
  const control = useMemo((): PeekControl => {
    const now = (
      change: (state: { peeked: Peeked | null; isPinned: boolean }) => Peeked | null,
    ) => {
      clearTimeout(timer.current);
      setState((state) => ({ ...state, peeked: change(state) }));
    };
    const soon = (change: Parameters<typeof now>[0]) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => now(change), REST_MS);
    };
    const rest: PeekControl['rest'] = (referred, anchor) =>
      soon((state) =>
        state.peeked?.anchor === anchor || (state.peeked?.isHeld === true && !state.isPinned)
          ? state.peeked
          : { ...referred, anchor, isHeld: false },
      );
    return {
      press: (referred, anchor) =>
        now((state) =>
          state.peeked?.anchor === anchor && state.peeked.isHeld && !state.isPinned
            ? null
            : { ...referred, anchor, isHeld: true },
        ),
      rest,
      reach: (referred, anchor) => {
        if (lastKey.current === 'Tab') rest(referred, anchor);
      },
      leave: () =>
        soon((state) => (state.peeked?.isHeld === true || state.isPinned ? state.peeked : null)),
      stay: () => clearTimeout(timer.current),
      close: () => now(() => null),
      // Nothing is asked of the state for the many others, whose view would be held in memory until it changes.
      attach: (anchor) => () => {
        if (shown.current === anchor) setState((state) => ({ ...state, peeked: null }));
      },
      togglePin: () => setState((state) => ({ ...state, isPinned: !state.isPinned })),
    };
  }, []);
  return (
    <PeekContext value={control}>
      <OnPaperContext value={isPrinting}>{children}</OnPaperContext>
      {peeked !== null && <LatePeek peeked={peeked} isPinned={isPinned} control={control} />}
    </PeekContext>
  );
}
