import { createContext } from 'react';

/**
 * The numbers, by id, of the sources that a page lists itself. On paper a number stands for the citation, as in a
 * footnote; a page without such a list spells each citation out.
 */
export const SourceNumbersContext = createContext<ReadonlyMap<string, number>>(new Map());
