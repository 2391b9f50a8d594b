import { useEffect, useEffectEvent, useState } from 'react';

/** Browsers refuse addresses that change much faster than this. */
const STEP_MS = 200;
const CALM_STEP_MS = 2000;

interface Playback {
  isPlaying: boolean;
  start: () => void;
  stop: () => void;
}

/**
 * Calls `onStep` again and again while playing; a step that returns false is the last. Where the reader asked for
 * less motion the steps are slow, and `onStep` is told so.
 */
export function usePlayback(onStep: (isCalm: boolean) => boolean): Playback {
  const [isPlaying, setIsPlaying] = useState(false);
  const step = useEffectEvent((isCalm: boolean) => {
    if (!onStep(isCalm)) setIsPlaying(false);
  });
  useEffect(() => {
    if (!isPlaying) return undefined;
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = setInterval(() => step(isCalm), isCalm ? CALM_STEP_MS : STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);
  return { isPlaying, start: () => setIsPlaying(true), stop: () => setIsPlaying(false) };
}
