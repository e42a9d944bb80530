export const CONTROL_FILE = 'control.json';

/** What `control.json` holds, readable by the data folder's owner alone. */
export interface Control {
  readonly pid: number;
  readonly port: number;
  readonly token: string;
}

/** One line of the answer. */
export type ControlLine =
  | { readonly say: string }
  | { readonly complain: string }
  | { readonly progress: readonly [done: number, total: number, what: string] }
  | { readonly exit: number };
