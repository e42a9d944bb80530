import { useState } from 'react';
import { useDistrict } from '../../frame/district.js';
import { dayIn } from '../../parts/dates.js';

interface Printed {
  readonly day: string;
  readonly ids: readonly string[];
}

/**
 * Letters that were printed today at this workplace: where the paper lies, the printing is known. `names`: of those whose addressee was
 * opened for it, until the screen is left.
 */
export function usePrinted() {
  const { code, zone } = useDistrict();
  const key = `otklik.printed.${code}`;
  const day = dayIn(zone, Date.now());
  const [ids, setIds] = useState(() => keptOf(key, day));
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const add = (printed: ReadonlyMap<string, string>): void => {
    const all = [...new Set([...keptOf(key, day), ...printed.keys()])];
    localStorage.setItem(key, JSON.stringify({ day, ids: all } satisfies Printed));
    setIds(all);
    setNames((before) => new Map([...before, ...printed]));
  };
  return { ids: new Set(ids), names, add };
}

function keptOf(key: string, day: string): readonly string[] {
  const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Printed | null;
  return kept?.day === day ? kept.ids : [];
}
