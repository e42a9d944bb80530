import { createContext } from 'react';

/** The heading of a form that is on the screen itself. Absent: it is in a dialog. */
export const InPlace = createContext<string | undefined>(undefined);
