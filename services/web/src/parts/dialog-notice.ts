import { createContext } from 'react';
import type { ReactNode } from 'react';

/** What every dialog below shows under its head. */
export const DialogNotice = createContext<ReactNode>(null);
