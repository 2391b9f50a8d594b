const LONGEST_WAIT_MS = 10_000;

/** The text of an answer, and its hash, so that the page need not work it out. */
export interface ReadyAnswer {
  body: string;
  hash: string;
}

/** What the record answers to the questions that a view asks first, made ready with the build. */
export interface ReadyAnswers {
  dataVersion: string;
  /** A day, `YYYY-MM-DD`: an answer about all `to` this day holds for any later one. */
  through: string;
  /** By question, as `toQuestion` writes it, below the contract's base. */
  answers: Record<string, ReadyAnswer>;
  /** The questions that the view asks below its facts; a file of its own answers them. */
  below: readonly string[];
}

/** The answers of a view that have come. */
export interface FirstAnswers extends ReadyAnswers {
  /** Asks for the answers to what stands below the facts, the first time; null where they do not come. */
  answersBelow: () => Promise<ReadyAnswers['answers'] | null>;
}

/** Where the answers of views lie, each in a file that is named like the view's path. */
export interface FirstFolder {
  /** With a slash at its end; below the app, or absolute. */
  folder: string;
  views: readonly string[];
}

/** For views that ask first for nothing but what every view needs. */
const EVERY_VIEW = 'every-view';

/** A view by its path below the app's own. */
export const viewOf = (pathname: string): string =>
  pathname.slice(import.meta.env.BASE_URL.length).replace(/\/$/, '') || 'overview';

/** The name of the file that answers what a view asks below its facts. */
export const belowOf = (view: string): string => `${view}-below`;

async function fetchReady(from: string, view: string): Promise<ReadyAnswers | null> {
  try {
    const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
    const response = await fetch(`${from}${view}.json`, { signal });
    return response.ok ? ((await response.json()) as ReadyAnswers) : null;
  } catch {
    return null;
  }
}

/**
 * Asks for the answers of the view at a path of the app. Null where there are none, and where they do not come; whoever
 * needs them then asks the record itself.
 */
export async function fetchFirstAnswers(
  pathname: string,
  { folder: from, views }: FirstFolder,
): Promise<FirstAnswers | null> {
  if (views.length === 0) return null;
  const asked = viewOf(pathname);
  const view = views.includes(asked) ? asked : EVERY_VIEW;
  const ready = await fetchReady(from, view);
  if (ready === null) return null;
  let behind: Promise<ReadyAnswers | null> | undefined;
  return {
    ...ready,
    answersBelow: async () => (await (behind ??= fetchReady(from, belowOf(view))))?.answers ?? null,
  };
}
