import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';

import type { MeetingFormat } from '#src/api/schemas/meetings.ts';
import type { ListChoices } from './meeting-rows.ts';

export interface IgnoredChoice {
  parameter: string;
  value: string;
}

/** Reads what the list is narrowed to; a value that the record does not know is left out and told. */
export function parseListChoices(
  search: URLSearchParams,
  hosts: readonly string[],
  chairs: readonly string[],
  formats: readonly MeetingFormat[],
): { choices: ListChoices; ignored: IgnoredChoice[] } {
  const ignored: IgnoredChoice[] = [];
  const read = <Value extends string>(parameter: string, known: readonly Value[]): Value | null => {
    const value = search.get(parameter);
    if (value === null || value === '') return null;
    const found = known.find((one) => one === value);
    if (found === undefined) ignored.push({ parameter, value });
    return found ?? null;
  };
  const choices = {
    host: read('host', [...hosts, 'none']),
    format: read('format', formats),
    chair: read('chair', chairs),
  };
  return { choices, ignored };
}

/** The choices of the address and their setter; each change is a step that Back undoes. */
export function useListChoices(
  hosts: readonly string[],
  chairs: readonly string[],
  formats: readonly MeetingFormat[],
) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const change = useCallback(
    (choices: Partial<ListChoices>) => {
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(choices)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      void navigate({ search: next.toString() }, { preventScrollReset: true });
    },
    [navigate],
  );
  return { ...parseListChoices(new URLSearchParams(search), hosts, chairs, formats), change };
}
