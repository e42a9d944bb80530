export function openDataFolder(folder: string, note: { readonly what: string }): Promise<() => void>;
