export interface DataFormat {
  readonly format: number;
  readonly postgres: string;
}

export const DATA_FORMAT: DataFormat;
export const RESTORING: string;

export function openDataFolder(folder: string, note: { readonly what: string }): Promise<() => void>;
export function lockDataFolder(
  folder: string,
  note: { readonly what: string; readonly takesCommands?: boolean },
): Promise<() => void>;
