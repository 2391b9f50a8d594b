import { useEffect, useEffectEvent, useState } from 'react';

import { useBackend } from '#src/api/BackendContext.ts';
import { type ChosenFile, chosenName } from '#src/api/opened-record.ts';
import type { RecordFault } from '#src/api/record-fault.ts';
import { useLinkTo } from '#src/address/links.ts';
import { paths } from '#src/address/paths.ts';
import { useGo } from '#src/address/use-address.ts';
import { droppedFiles } from './chosen-files.ts';

export type OpeningState =
  | { phase: 'idle' }
  | { phase: 'checking'; name: string }
  | { phase: 'refused'; name: string; faults: readonly RecordFault[] }
  | { phase: 'remarked'; name: string; version: string; warnings: readonly RecordFault[] }
  | { phase: 'not-kept'; name: string; reason: string };

/** Leads to the overview of a record that is kept here; what the address said beside the language was of another record. */
export function useShowRecord(): (version: string) => void {
  const go = useGo();
  const linkTo = useLinkTo();
  return (file) => go(linkTo(paths.overview(), { file, asOf: null, demo: null }));
}

/** Opens what is chosen, or dropped anywhere on the page, and shows it where nothing about it needs a word first. */
export function useOpening() {
  const { openRecord } = useBackend();
  const showRecord = useShowRecord();
  const [state, setState] = useState<OpeningState>({ phase: 'idle' });
  const open = async (files: readonly ChosenFile[]) => {
    if (files.length === 0) return;
    const name = chosenName(files);
    setState({ phase: 'checking', name });
    try {
      const opened = await openRecord(files);
      if (opened.version === null) {
        setState({ phase: 'refused', name, faults: opened.faults });
        return;
      }
      const { version, warnings } = opened;
      if (warnings.length === 0) showRecord(version);
      else setState({ phase: 'remarked', name, version, warnings });
    } catch (error) {
      setState({ phase: 'not-kept', name, reason: String(error) });
    }
  };
  const onDrop = useEffectEvent((event: DragEvent) => {
    if (event.dataTransfer === null || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then(open);
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    // Without this the browser would show the file in the page's place.
    const allow = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    window.addEventListener('dragover', allow, { signal });
    window.addEventListener('drop', (event) => onDrop(event), { signal });
    return () => listening.abort();
  }, []);
  return { state, open };
}
