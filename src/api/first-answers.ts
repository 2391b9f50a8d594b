import { folder, names } from 'virtual:first-answers';

const LONGEST_WAIT_MS = 10_000;

/** What the record answers to the questions that a view asks first, made ready with the build. */
export interface FirstAnswers {
  dataVersion: string;
  /** A day, `YYYY-MM-DD`: an answer about all `to` this day holds for any later one. */
  through: string;
  /** By question, as `toQuestion` writes it, below the contract's base: the text of the answer. */
  answers: Record<string, string>;
}

/** For views that ask first for nothing but what every view needs. */
const EVERY_VIEW = 'every-view';

/**
 * Asks for the answers of the view at a path of the app. Null where there are none: while developing, and where they do
 * not come; whoever needs them then asks the record itself.
 */
export async function fetchFirstAnswers(pathname: string): Promise<FirstAnswers | null> {
  if (names.length === 0) return null;
  const base = import.meta.env.BASE_URL;
  const asked = pathname.slice(base.length).replace(/\/$/, '') || 'overview';
  const name = names.includes(asked) ? asked : EVERY_VIEW;
  try {
    const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
    const response = await fetch(`${base}${folder}${name}.json`, { signal });
    return response.ok ? ((await response.json()) as FirstAnswers) : null;
  } catch {
    return null;
  }
}
