export interface DataFormat {
  readonly format: number;
  readonly postgres: string;
}

/** What this build makes of a folder. */
export const DATA_FORMAT: DataFormat;
/** The oldest that it upgrades. */
export const OLDEST_FORMAT: number;
export const RESTORING: string;

export function openDataFolder(folder: string, note: { readonly what: string }): Promise<() => void>;
export function lockDataFolder(
  folder: string,
  note: { readonly what: string; readonly takesCommands?: boolean },
): Promise<() => void>;
