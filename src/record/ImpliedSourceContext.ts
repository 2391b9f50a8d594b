import { createContext } from 'react';

/** The id of the document that a whole page is about: there a citation of it gives only the place in it. */
export const ImpliedSourceContext = createContext<string | null>(null);
