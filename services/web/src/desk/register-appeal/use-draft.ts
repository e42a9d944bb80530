import { useState } from 'react';
import { newKey } from '../../frame/new-key.js';
import { useDistrict } from '../../frame/district.js';
import { useViewer } from '../../frame/viewer.js';
import { dayIn } from '../../parts/dates.js';
import { emptyDraft, isTouched, parseDraft, type RegistrationDraft, type Way } from './registration-draft.js';

export interface DraftInHand {
  readonly draft: RegistrationDraft;
  /** When it was last kept on this machine, ms since 1970; undefined before anything was typed. */
  readonly savedAt: number | undefined;
  readonly today: string;
  readonly change: (part: Partial<RegistrationDraft>) => void;
  /** The next form, empty. */
  readonly restart: () => void;
}

/**
 * The unfinished form of this official in this district. It is kept on the machine with each change, because it holds
 * what is on a paper that lies before the official; it is removed with the registration.
 */
export function useDraft(way: Way): DraftInHand {
  const { code: district, zone } = useDistrict();
  const { id: official } = useViewer();
  const key = `otklik.registration.${official}.${district}`;
  const today = dayIn(zone, Date.now());
  const [draft, setDraft] = useState(() => {
    const empty = emptyDraft(way, today, newKey);
    const kept = parseDraft(localStorage.getItem(key), empty);
    return kept ? { ...kept, way } : empty;
  });
  const [savedAt, setSavedAt] = useState<number>();
  return {
    draft: draft.way === way ? draft : { ...draft, way },
    savedAt,
    today,
    change: (part) => {
      const next = { ...draft, way, ...part };
      setDraft(next);
      if (!isTouched(next)) return localStorage.removeItem(key);
      localStorage.setItem(key, JSON.stringify(next));
      setSavedAt(Date.now());
    },
    restart: () => {
      localStorage.removeItem(key);
      setSavedAt(undefined);
      setDraft(emptyDraft(way, today, newKey));
    },
  };
}
