import type { MessageKey } from '#src/i18n/messages.ts';

const WORDS: Record<string, MessageKey> = {
  record: 'demo.record',
  empty: 'demo.empty',
  'one-meeting': 'demo.one-meeting',
  slow: 'demo.slow',
  failing: 'demo.failing',
  malformed: 'demo.malformed',
  offline: 'demo.offline',
  hanging: 'demo.hanging',
  outdated: 'demo.outdated',
  newer: 'demo.newer',
  hostile: 'demo.hostile',
  large: 'demo.large',
};

/** The message that names a scenario; undefined for one that has no words yet, which then shows its id. */
export function scenarioWords(scenario: string): MessageKey | undefined {
  return WORDS[scenario];
}
