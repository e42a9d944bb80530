import { createContext } from 'react';

/** A form that stands on the screen, not in a dialog: its heading. Absent: in a dialog. */
export const InPlace = createContext<string | undefined>(undefined);
