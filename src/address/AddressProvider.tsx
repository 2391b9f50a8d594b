import {
  useCallback,
  useEffect,
  useMemo,
  useOptimistic,
  useRef,
  useTransition,
  type ReactNode,
} from 'react';
import { useLocation } from 'react-router';

import { useRecord } from '#src/api/RecordContext.ts';
import { painted } from '#src/ui/painted.ts';
import { useToday } from '#src/ui/use-today.ts';
import { shownAddress } from '#src/ui/shown-address.ts';
import {
  isOfFilters,
  namesIn,
  SINGLE_NAMES,
  parseAddress,
  partOf,
  toParameters,
  type SingleName,
} from './address.ts';
import { FILTER_NAMES, parseFilters, type Filters } from './filters.ts';
import { createLinkTo, LinkToContext } from './links.ts';
import { readParameter, type Parameter, type Reading } from './parameter.ts';
import { PARAMETERS, type Values } from './parameters.ts';
import { readShared, sharedSearch } from './shared-parameters.ts';
import {
  AsOfContext,
  ChangeContext,
  CHOSEN_CONTEXTS,
  ChosenFiltersContext,
  FiltersContext,
  IsBehindContext,
  IsChoosingContext,
  ReceptionContext,
  useWriteAddress,
  VALUE_CONTEXTS,
  type ChangeAddress,
} from './use-address.ts';
import { useVocabulary } from './use-vocabulary.ts';

/** What is chosen this instant and not in the address yet. */
type Ahead = Partial<Values>;
const NOTHING: Ahead = {};

const merged = <T,>(before: T, change: Partial<T>): T => ({ ...before, ...change });

/**
 * Changes the address, and shows at once what may show at once: the address changes in the same moment, but drawing the
 * view anew takes its time and can be interrupted.
 */
function useChange(filters: Filters, reading: Reading) {
  const write = useWriteAddress();
  const [chosen, choose] = useOptimistic<Filters, Partial<Filters>>(filters, merged);
  const [ahead, setAhead] = useOptimistic<Ahead, Ahead>(NOTHING, merged);
  const [isChoosing, startChoosing] = useTransition();
  const [isDrawing, startDrawing] = useTransition();
  const latest = useRef(reading);
  useEffect(() => {
    latest.current = reading;
  });
  const change = useCallback<ChangeAddress>(
    (asked, options) => {
      const { search, hash } = shownAddress();
      const now = () => parseAddress(toParameters({ search, hash }), latest.current).values;
      const what = typeof asked === 'function' ? asked(now()) : asked;
      const shown = namesIn(what).filter((name) => PARAMETERS[name].isAhead);
      if (shown.length === 0) {
        void write(what, options);
        return;
      }
      const start = shown.some(isOfFilters) ? startChoosing : startDrawing;
      start(async () => {
        for (const name of shown) {
          setAhead({ [name]: what[name] });
          if (isOfFilters(name)) choose({ [name]: what[name] });
        }
        await write(what, options);
        // What was chosen comes first: the rest of the view is not drawn anew before it is on screen.
        await painted();
      });
    },
    [choose, setAhead, startChoosing, startDrawing, write],
  );
  return { chosen, ahead, isChoosing, isBehind: isChoosing || isDrawing, change };
}

interface ParameterProps {
  name: SingleName;
  parameters: URLSearchParams;
  reading: Reading;
  ahead: Ahead;
  children: ReactNode;
}

/** One parameter's value, the same while its own part of the address is the same. */
function ParameterProvider({ name, parameters, reading, ahead, children }: ParameterProps) {
  const own = partOf(parameters, [name]);
  const value = useMemo(() => {
    const parameter: Parameter<unknown> = PARAMETERS[name];
    return readParameter(name, parameter, new URLSearchParams(own), reading);
  }, [name, own, reading]);
  const [Value, Chosen] = [VALUE_CONTEXTS[name], CHOSEN_CONTEXTS[name]];
  return (
    <Value value={value}>
      <Chosen value={name in ahead ? ahead[name] : value}>{children}</Chosen>
    </Value>
  );
}

/** Reads the address, once per page, and hands out each part of it by itself. Stands within the frame. */
export function AddressProvider({ children }: { children: ReactNode }) {
  const { search, hash } = useLocation();
  const today = useToday();
  const { vocabulary, isPending } = useVocabulary(useRecord(), search);
  const parameters = useMemo(() => toParameters({ search, hash }), [search, hash]);
  const chosenDay = readShared('asOf', search);
  const asOf = chosenDay ?? today;
  const isAsOfChosen = chosenDay !== null;
  const moment = useMemo(() => ({ asOf, isAsOfChosen }), [asOf, isAsOfChosen]);
  const reading = useMemo(() => ({ vocabulary, asOf }), [vocabulary, asOf]);
  const reception = useMemo(
    () => ({ refused: parseAddress(parameters, reading).refused, isPending }),
    [parameters, reading, isPending],
  );
  const ofFilters = partOf(parameters, FILTER_NAMES);
  const filters = useMemo(
    () => parseFilters(new URLSearchParams(ofFilters), reading).filters,
    [ofFilters, reading],
  );
  const { chosen, ahead, isChoosing, isBehind, change } = useChange(filters, reading);
  const shared = sharedSearch(search);
  const linkTo = useMemo(() => createLinkTo(shared), [shared]);
  const inner = (
    <AsOfContext value={moment}>
      <ReceptionContext value={reception}>
        <LinkToContext value={linkTo}>
          <ChangeContext value={change}>
            <FiltersContext value={filters}>
              <ChosenFiltersContext value={chosen}>
                <IsChoosingContext value={isChoosing}>
                  <IsBehindContext value={isBehind}>{children}</IsBehindContext>
                </IsChoosingContext>
              </ChosenFiltersContext>
            </FiltersContext>
          </ChangeContext>
        </LinkToContext>
      </ReceptionContext>
    </AsOfContext>
  );
  return SINGLE_NAMES.reduce(
    (within, name) => (
      <ParameterProvider {...{ name, parameters, reading, ahead }}>{within}</ParameterProvider>
    ),
    inner,
  );
}
