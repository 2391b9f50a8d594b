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

/** Where the answers of views lie, each in a file that is named like the view's path. */
export interface FirstFolder {
  /** With a slash at its end; below the app, or absolute. */
  folder: string;
  views: readonly string[];
}

/** Of the demonstration's record, as the build has answered; none while developing. */
export const BUILT: FirstFolder = { folder: `${import.meta.env.BASE_URL}${folder}`, views: names };

/** For views that ask first for nothing but what every view needs. */
const EVERY_VIEW = 'every-view';

/**
 * Asks for the answers of the view at a path of the app. Null where there are none, and where they do not come; whoever
 * needs them then asks the record itself.
 */
export async function fetchFirstAnswers(
  pathname: string,
  { folder: from, views }: FirstFolder,
): Promise<FirstAnswers | null> {
  if (views.length === 0) return null;
  const asked = pathname.slice(import.meta.env.BASE_URL.length).replace(/\/$/, '') || 'overview';
  const view = views.includes(asked) ? asked : EVERY_VIEW;
  try {
    const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
    const response = await fetch(`${from}${view}.json`, { signal });
    return response.ok ? ((await response.json()) as FirstAnswers) : null;
  } catch {
    return null;
  }
}
