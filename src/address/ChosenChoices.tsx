import {
  createContext,
  startTransition,
  use,
  useCallback,
  useMemo,
  useOptimistic,
  type ReactNode,
} from 'react';
import { useLocation, useNavigate } from 'react-router';

import { painted } from '#src/ui/painted.ts';
import { CHOICES, parseChoice, type Choice, type ChoiceName } from './choices.ts';

/** The choices that are ahead of the address, by name. */
type Ahead = Partial<Record<ChoiceName, string>>;
type Choose = (name: ChoiceName, value: string) => void;

const NONE: Ahead = {};
const AheadContext = createContext<Ahead>(NONE);
const ChooseContext = createContext<Choose | null>(null);

/**
 * Holds the choices that were made this instant, so that a drawing follows them at once and everywhere, while the rest of
 * the view is still drawn anew with the address.
 */
export function ChosenChoices({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const [ahead, setAhead] = useOptimistic(NONE);
  const choose = useCallback<Choose>(
    (name, value) => {
      const next = new URLSearchParams(window.location.search);
      if (value === CHOICES[name][0]) next.delete(name);
      else next.set(name, value);
      startTransition(async () => {
        setAhead((before) => ({ ...before, [name]: value }));
        await navigate({ search: next.toString() }, { preventScrollReset: true });
        // The drawing comes first, the rest of the view once it is on screen.
        await painted();
      });
    },
    [navigate, setAhead],
  );
  return (
    <ChooseContext value={choose}>
      <AheadContext value={ahead}>{children}</AheadContext>
    </ChooseContext>
  );
}

/** A choice and its setter; setting writes the address, as a step that Back undoes. */
export function useChoice<N extends ChoiceName>(
  name: N,
): [value: Choice<N>, set: (value: Choice<N>) => void] {
  const { search } = useLocation();
  const ahead = use(AheadContext)[name];
  const choose = use(ChooseContext);
  if (choose === null) throw new Error('useChoice needs the frame above it');
  const value = useMemo(() => {
    const parameters = new URLSearchParams(search);
    if (ahead !== undefined) parameters.set(name, ahead);
    return parseChoice(parameters, name);
  }, [search, ahead, name]);
  return [value, useCallback((next) => choose(name, next), [choose, name])];
}
