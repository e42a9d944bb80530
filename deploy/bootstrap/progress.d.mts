export function withProgress<T>(
  what: string,
  step: () => Promise<T>,
  options?: { readonly everyMs?: number; readonly print?: (line: string) => void },
): Promise<T>;
