/** What a workbook of a record has beside the tables of the data package. */

/** The first sheet, which explains the others; whoever reads a workbook passes over it. */
export const GUIDE_SHEET = 'read me';
/** What no table of the data package holds: the mechanism itself, its remarks, and other names of what is on record. */
export const MECHANISM_SHEET = 'mechanism';
export const NOTES_SHEET = 'mechanism-notes';
export const OTHER_NAMES_SHEET = 'other-names';
