import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';

/** A value of the address's query: what is chosen on a screen survives a reload and can be sent as a link. */
export function useAddress(): {
  readonly get: (name: string) => string;
  readonly all: (name: string) => readonly string[];
  /** Values of `undefined` and `''` leave the address. The step is a new one in the history unless `replace`. */
  readonly set: (changes: Changes, options?: { readonly replace?: boolean }) => void;
} {
  const search = useSearch();
  const [at, navigate] = useLocation();
  const set = useCallback(
    (changes: Changes, { replace = false }: { readonly replace?: boolean } = {}) => {
      const query = changed(new URLSearchParams(search), changes).toString();
      navigate(query === '' ? at : `${at}?${query}`, { replace });
    },
    [search, at, navigate],
  );
  const params = new URLSearchParams(search);
  return { get: (name) => params.get(name) ?? '', all: (name) => params.getAll(name), set };
}

type Changes = Readonly<Record<string, string | readonly string[] | undefined>>;

export function changed(params: URLSearchParams, changes: Changes): URLSearchParams {
  for (const [name, value] of Object.entries(changes)) {
    params.delete(name);
    for (const one of [value ?? []].flat()) if (one !== '') params.append(name, one);
  }
  return params;
}
