import { createContext, use, useCallback, useDeferredValue, useMemo, type Context } from 'react';
import { useLocation, type To } from 'react-router';

import { shownAddress } from '#src/ui/shown-address.ts';
import {
  isStep,
  SINGLE_NAMES,
  searchOf,
  searchWriter,
  withChange,
  type SingleName,
} from './address.ts';
import type { ChoiceFilter } from './evidence-cell.ts';
import { toggled, type Filters } from './filters.ts';
import type { Refused } from './parameter.ts';
import type { ParameterName, Values } from './parameters.ts';

interface GoOptions {
  replace?: boolean;
  /** True where only what stands beside changes: the page stays scrolled to where it is. */
  keepsPlace?: boolean;
}
/** Goes to an address; settles when its page is the one to show. A target without a path is on the present page. */
export type Go = (to: To, options?: GoOptions) => Promise<void>;

/** The router's way to another address. */
export const GoContext = createContext<Go | null>(null);

/** For what follows when the page is there. */
export function useAwaitedGo(): Go {
  const go = use(GoContext);
  if (go === null) throw new Error('There is no router above');
  return go;
}

export const useGo: () => (...to: Parameters<Go>) => void = useAwaitedGo;

interface WriteOptions {
  /** Replaces the step, though the parameter would add one: for what follows the first movement of a gesture. */
  replace?: boolean;
  /** Opens the address like one that was just typed: at the part that it names. */
  isAnew?: boolean;
}
export type WriteAddress = (change: Partial<Values>, options?: WriteOptions) => Promise<void>;

/**
 * Writes a change into the address as it stands at that moment, so that two changes in one tick do not undo each other. For
 * what stands outside of the frame; within it, `useChangeAddress` shows at once what may show at once.
 */
export function useWriteAddress(): WriteAddress {
  const go = useAwaitedGo();
  return useCallback(
    async (change, { replace, isAnew = false } = {}) => {
      const current = new URLSearchParams(shownAddress().search);
      const next = withChange(current, change);
      // What changes nothing is no step.
      if (!isAnew && next.toString() === current.toString()) return;
      await go(
        { search: searchOf(next), hash: isAnew ? shownAddress().hash : '' },
        { replace: replace ?? !isStep(current, next, change), keepsPlace: !isAnew },
      );
    },
    [go],
  );
}

/** A change, or what makes it of the address as it is at that moment. */
export type ChangeAddress = (
  change: Partial<Values> | ((now: Values) => Partial<Values>),
  options?: WriteOptions,
) => void;

export interface AsOf {
  /** A day, `YYYY-MM-DD`: the one in the address, else today. */
  asOf: string;
  isAsOfChosen: boolean;
}

/** What could not be used of the address; `isPending` while the backend is still asked about some of it. */
export interface Reception {
  refused: readonly Refused[];
  isPending: boolean;
}

const contextOfEach = () =>
  Object.fromEntries(
    SINGLE_NAMES.map((name) => [name, createContext<unknown>(undefined)]),
  ) as Record<SingleName, Context<unknown>>;
/** Each parameter in a context of its own, so that a change draws only what shows it. */
export const VALUE_CONTEXTS = contextOfEach();
/** The same as chosen this instant, ahead of the address. */
export const CHOSEN_CONTEXTS = contextOfEach();
export const FiltersContext = createContext<Filters | null>(null);
export const ChosenFiltersContext = createContext<Filters | null>(null);
export const IsChoosingContext = createContext(false);
export const IsBehindContext = createContext(false);
export const AsOfContext = createContext<AsOf | null>(null);
export const ReceptionContext = createContext<Reception | null>(null);
export const ChangeContext = createContext<ChangeAddress | null>(null);

function useInFrame<T>(context: Context<T | null>): T {
  const value = use(context);
  if (value === null) throw new Error('The address is read in the frame, which is not above');
  return value;
}

export const useAsOf = () => useInFrame(AsOfContext);

export const useFilters = () => useInFrame(FiltersContext);

/** The filters as chosen this instant, ahead of the view while that is drawn anew. For what shows the choice itself. */
export const useChosenFilters = () => useInFrame(ChosenFiltersContext);

/**
 * The same once the choice itself is drawn. For what is drawn by it: an answer that was asked for ahead is there in the
 * press already, and a chart takes longer to draw than a mark at a choice.
 */
export const useFollowingFilters = () => useDeferredValue(useChosenFilters());

/** True from a choice of filters until the view is drawn with it: what else is on screen is then still of the choice before. */
export const useIsChoosing = () => use(IsChoosingContext);

/** True from a choice of any kind until the view is drawn with it. */
export const useIsBehind = () => use(IsBehindContext);

export const useReception = () => useInFrame(ReceptionContext);

export const useChangeAddress = () => useInFrame(ChangeContext);

/** One parameter's value in the address. Draws what asks for it anew when this one changes, and for no other. */
export function useValue<N extends SingleName>(name: N): Values[N] {
  return use(VALUE_CONTEXTS[name]) as Values[N];
}

/**
 * One parameter as chosen this instant, and its setter: for what shows the choice itself. What is drawn by the choice asks
 * for {@link useValue}, else it is drawn before the choice can be seen.
 */
export function useParameter<N extends SingleName>(
  name: N,
): [value: Values[N], set: (value: Values[N]) => void] {
  const value = use(CHOSEN_CONTEXTS[name]) as Values[N];
  const change = useChangeAddress();
  const set = useCallback((next: Values[N]) => change({ [name]: next }), [change, name]);
  return [value, set];
}

/** Adds a value to a filter, or takes it away; what is chosen is read at that moment, so the function stays the same. */
export function useToggleFilter(): (filter: ChoiceFilter, value: string) => void {
  const change = useChangeAddress();
  return useCallback(
    // What the address names and the record does not know is not written back.
    (filter, value) => change((now) => ({ [filter]: toggled(now[filter], value) })),
    [change],
  );
}

/** The last address written into, by parameter: a hundred numbers of a page write into the same. */
const writers = new Map<ParameterName, { search: string; write: unknown }>();

/** Builds the search of links that set one parameter of the present address; the same until the address is another. */
export function useSearchWith<N extends ParameterName>(name: N): (value: Values[N]) => string {
  const { search } = useLocation();
  let last = writers.get(name);
  if (last?.search !== search) {
    last = { search, write: searchWriter(name, search) };
    writers.set(name, last);
  }
  return last.write as (value: Values[N]) => string;
}

/** Builds the search of links that change several parameters of the present address. */
export function useChangedSearch(): (change: Partial<Values>) => string {
  const { search } = useLocation();
  return useMemo(
    () => (change) => searchOf(withChange(new URLSearchParams(search), change)),
    [search],
  );
}
