const CURSOR = /"nextCursor":"([^"]*)"/;

/** The cursor of the next page in the text of an answer; undefined on the last page. */
export const cursorOf = (text: string): string | undefined => CURSOR.exec(text)?.[1];

/** Cursors are each backend's own; everything else has to be the same text. */
export const withoutCursor = (text: string): string => text.replace(CURSOR, '');
