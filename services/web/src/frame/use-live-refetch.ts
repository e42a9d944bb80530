import { useEffect, useRef } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { subscribeLive } from './live.js';

const REFETCH_DELAY_MS = 300;

interface RefetchedList<Result, Variables> {
  readonly document: TypedDocumentString<Result, Variables>;
  /** Undefined until the list was loaded: the subscription begins where the list ended. */
  readonly cursor: string | undefined;
  readonly variables: (after: string) => Variables;
  readonly cursorOf: (result: Result) => string;
  readonly refetch: () => void;
}

/**
 * Loads a queue again when anything in it changes. A reconnect resumes after the last cursor, so nothing is missed; where
 * the server cannot resume, the list is loaded whole.
 */
export function useLiveRefetch<Result, Variables extends object>(list: RefetchedList<Result, Variables>): void {
  const latest = useRef(list);
  latest.current = list;
  const isLoaded = list.cursor !== undefined;
  useEffect(() => {
    if (!isLoaded) return undefined;
    let after = latest.current.cursor ?? '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refetch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current.refetch(), REFETCH_DELAY_MS);
    };
    const stop = subscribeLive<Result, Variables>({
      document: latest.current.document,
      variables: () => latest.current.variables(after),
      next: (result) => {
        after = latest.current.cursorOf(result);
        refetch();
      },
      refused: () => {
        after = latest.current.cursor ?? after;
        refetch();
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [isLoaded]);
}
