import { useCallback, useEffect } from 'react';
import type { UseQueryExecute } from 'urql';

/** Reads a query again every `everyMs`, of which no subscription tells; undefined: not by itself. Answers how it is read again at once. */
export function useRenewed(reload: UseQueryExecute, everyMs: number | undefined): () => void {
  const renew = useCallback(() => reload({ requestPolicy: 'network-only' }), [reload]);
  useEffect(() => {
    if (everyMs === undefined) return undefined;
    const timer = setInterval(renew, everyMs);
    return () => clearInterval(timer);
  }, [renew, everyMs]);
  return renew;
}
