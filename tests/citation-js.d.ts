/** The readers ship without types; this is the part that the tests use. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: object);
    data: {
      id: string;
      type: string;
      title: string;
      URL: string;
      author?: { literal?: string; family?: string; given?: string }[];
      issued?: { 'date-parts': [(number | string)[]] };
    }[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
