import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useViewer } from '../frame/viewer.js';
import { dayIn } from '../parts/dates.js';
import { searchOf, soughtIn, type Sought } from './sought.js';

/** Months of several districts are counted in the zone of the republic's capital. */
export const REPUBLIC_ZONE = 'Asia/Yakutsk';

/** The search of the address, and the way to another one. */
export function useSought(): {
  readonly sought: Sought;
  /** Codes that are searched: the chosen ones, or all. */
  readonly districts: readonly string[];
  readonly linkTo: (changes: Partial<Sought>) => string;
  readonly go: (changes: Partial<Sought>) => void;
} {
  const search = useSearch();
  const [, navigate] = useLocation();
  const viewer = useViewer();
  const today = dayIn(REPUBLIC_ZONE, Date.now());
  const sought = useMemo(() => soughtIn(search, today), [search, today]);
  const mine = viewer.districts.map(({ code }) => code);
  const chosen = mine.filter((code) => sought.districts.includes(code));
  const linkTo = (changes: Partial<Sought>): string => `/analysis${searchOf({ ...sought, ...changes }, today)}`;
  return {
    sought,
    districts: chosen.length > 0 ? chosen : mine,
    linkTo,
    go: (changes) => navigate(linkTo(changes)),
  };
}
