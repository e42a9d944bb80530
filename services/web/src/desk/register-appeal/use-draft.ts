import { useState } from 'react';
import type { Way } from '../../frame/entry-ways.js';
import { newKey } from '../../frame/new-key.js';
import { useDistrict } from '../../frame/district.js';
import { useViewer } from '../../frame/viewer.js';
import { dayIn } from '../../parts/dates.js';
import { draftKey, putOff } from './put-off.js';
import { emptyDraft, inWay, isTouched, parseDraft, type RegistrationDraft } from './registration-draft.js';

export interface DraftInHand {
  readonly draft: RegistrationDraft;
  /** When it was last kept on this machine, ms since 1970; undefined before anything was typed. */
  readonly savedAt: number | undefined;
  readonly today: string;
  readonly change: (part: Partial<RegistrationDraft>) => void;
  /** The next form, empty. */
  readonly restart: () => void;
  /** It is registered: it stays on the screen, and whichever way one leaves, the next form is empty. */
  readonly release: () => void;
  /** For later: it waits in the list of those put off, and the next form is empty. */
  readonly putOff: () => void;
}

/**
 * The unfinished form of this official in this district. It is kept on the machine with each change, because it holds
 * what is on a paper that lies before the official; it is removed with the registration.
 */
export function useDraft(way: Way): DraftInHand {
  const { code: district, zone } = useDistrict();
  const { id: official } = useViewer();
  const of = { official, district };
  const key = draftKey(of);
  const today = dayIn(zone, Date.now());
  const [draft, setDraft] = useState(() => {
    const empty = emptyDraft(way, today, newKey);
    const kept = parseDraft(localStorage.getItem(key), empty);
    return kept ? inWay(kept, way) : empty;
  });
  const [savedAt, setSavedAt] = useState<number>();
  return {
    draft: inWay(draft, way),
    savedAt,
    today,
    change: (part) => {
      const next = { ...inWay(draft, way), ...part };
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
    release: () => localStorage.removeItem(key),
    putOff: () => {
      if (isTouched(draft)) putOff(localStorage, of, inWay(draft, way), Date.now());
      localStorage.removeItem(key);
    },
  };
}
