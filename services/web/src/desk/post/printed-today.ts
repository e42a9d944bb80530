import { useState } from 'react';
import { useDistrict } from '../../frame/district.js';
import { dayIn } from '../../parts/dates.js';

interface Printed {
  readonly day: string;
  readonly ids: readonly string[];
}

/** Letters that were printed today at this workplace: where the paper lies, the printing is known. */
export function usePrinted() {
  const { code, zone } = useDistrict();
  const key = `otklik.printed.${code}`;
  const day = dayIn(zone, Date.now());
  const [ids, setIds] = useState(() => keptOf(key, day));
  const add = (more: readonly string[]): void => {
    const all = [...new Set([...keptOf(key, day), ...more])];
    localStorage.setItem(key, JSON.stringify({ day, ids: all } satisfies Printed));
    setIds(all);
  };
  return { ids: new Set(ids), add };
}

function keptOf(key: string, day: string): readonly string[] {
  const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Printed | null;
  return kept?.day === day ? kept.ids : [];
}
