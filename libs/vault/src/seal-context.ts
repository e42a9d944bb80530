import { SealBroken, sealedParts, type SealedParts } from './sealing.js';
import { sealedPerson, type Sealed, type SealContext } from './vault.js';

/** The parts of a text that stands at `place`. Throws `SealBroken` when it was sealed for another one. */
export function partsInContext(sealed: Sealed, place: SealContext | undefined): SealedParts {
  const parts = sealedParts(sealed);
  const moved =
    (place?.eventId !== undefined && place.eventId !== parts.eventId) ||
    (place?.field !== undefined && place.field !== parts.field);
  if (moved) throw new SealBroken('a sealed text stands where it was not sealed');
  return parts;
}

/**
 * Every sealed text of a public event was sealed for this event and this field. Asked where an event is taken in: what is
 * kept of it afterwards no longer tells where it came from. Needs no key. Throws `SealBroken`.
 */
export function assertSealContext({ id, data }: { readonly id: string; readonly data: unknown }): void {
  for (const [field, value] of Object.entries(data as Readonly<Record<string, unknown>>))
    if (typeof value === 'string' && sealedPerson(value) !== undefined) partsInContext(value, { eventId: id, field });
}
