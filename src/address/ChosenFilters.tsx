import {
  createContext,
  use,
  useCallback,
  useEffect,
  useOptimistic,
  useRef,
  useTransition,
  type ReactNode,
} from 'react';
import { useNavigate } from 'react-router';

import { painted } from '#src/ui/painted.ts';
import { parseFilters, toggled, withFilters, type Filters } from './filters.ts';
import { useView } from './use-view.ts';

export type ChangeFilters = (change: Partial<Filters>, options?: { replace?: boolean }) => void;

type NamedFilter = 'group' | 'field' | 'party' | 'kind' | 'status' | 'exchangeYear';
export type ToggleFilter = (filter: NamedFilter, value: string) => void;

const ChosenContext = createContext<Filters | null>(null);
const ChangeContext = createContext<ChangeFilters | null>(null);
const ToggleContext = createContext<ToggleFilter | null>(null);
const ChoosingContext = createContext(false);

/**
 * Holds what the reader has chosen this instant. The address changes at once, but drawing the view anew takes its time
 * and can be interrupted; meanwhile whatever shows a choice shows it from here.
 */
export function ChosenFilters({ children }: { children: ReactNode }) {
  const view = useView();
  const { filters } = view;
  const navigate = useNavigate();
  const [chosen, choose] = useOptimistic(filters);
  const [isChoosing, startTransition] = useTransition();
  const change = useCallback<ChangeFilters>(
    (changed, { replace = false } = {}) => {
      // Read at the moment of the change: two changes in one tick must not undo each other.
      const current = new URLSearchParams(window.location.search);
      const search = withFilters(current, changed).toString();
      startTransition(async () => {
        choose((before) => ({ ...before, ...changed }));
        await navigate({ search }, { replace, preventScrollReset: true });
        // The numbers of the choice come first: the rest of the view is not drawn anew before they are on screen.
        await painted();
      });
    },
    [choose, navigate, startTransition],
  );
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  });
  const toggle = useCallback<ToggleFilter>(
    (filter, value) => {
      // What the address names and the record does not know is not written back.
      const current = new URLSearchParams(window.location.search);
      const read = parseFilters(current, latest.current.vocabulary, latest.current.asOf);
      change({ [filter]: toggled(read.filters[filter], value) });
    },
    [change],
  );
  return (
    <ChangeContext value={change}>
      <ToggleContext value={toggle}>
        <ChosenContext value={chosen}>
          <ChoosingContext value={isChoosing}>{children}</ChoosingContext>
        </ChosenContext>
      </ToggleContext>
    </ChangeContext>
  );
}

/** The filters as chosen this instant, ahead of the view while that is drawn anew. For what shows the choice itself. */
export function useChosenFilters(): Filters {
  const chosen = use(ChosenContext);
  if (chosen === null) throw new Error('useChosenFilters needs the frame above it');
  return chosen;
}

/** True from a choice until the view is drawn with it: what else is on screen is then still of the choice before. */
export function useIsChoosing(): boolean {
  return use(ChoosingContext);
}

/** Changes filters in the address. Each change is a step that Back undoes, unless `replace` is set (typing, dragging). */
export function useChangeFilters(): ChangeFilters {
  const change = use(ChangeContext);
  if (change === null) throw new Error('useChangeFilters needs the frame above it');
  return change;
}

/** Adds a value to a filter, or takes it away; what is chosen is read at that moment, so the function stays the same. */
export function useToggleFilter(): ToggleFilter {
  const toggle = use(ToggleContext);
  if (toggle === null) throw new Error('useToggleFilter needs the frame above it');
  return toggle;
}
