import { useParams } from 'react-router';

import { MeetingNotFound } from './MeetingNotFound.tsx';
import { MeetingPanel } from './MeetingPanel.tsx';
import { parseOrdinal } from './nearest-ordinals.ts';

/** One meeting as a briefing, at the ordinal that the address names. */
export function MeetingPage() {
  const { ordinal: text = '' } = useParams();
  const ordinal = parseOrdinal(text);
  return ordinal === null ? <MeetingNotFound text={text} /> : <MeetingPanel ordinal={ordinal} />;
}
