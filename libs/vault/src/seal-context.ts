import { SealBroken, sealedParts, type SealedParts } from './sealing.js';
import { sealedPerson, type Sealed, type SealContext } from './vault.js';

/** The parts of a text stored at `place`. Throws `SealBroken` when it was sealed for another one. */
export function partsInContext(sealed: Sealed, place: SealContext | undefined): SealedParts {
  const parts = sealedParts(sealed);
  const moved =
    (place?.eventId !== undefined && place.eventId !== parts.eventId) ||
    (place?.field !== undefined && place.field !== parts.field);
  if (moved) throw new SealBroken('a sealed text is stored where it was not sealed for');
  return parts;
}

/**
 * Throws `SealBroken` unless every sealed text of a public event was sealed for this event and field. Called where an event
 * is received, because rows that are derived from it no longer hold its id. Needs no key.
 */
export function assertSealContext({ id, data }: { readonly id: string; readonly data: unknown }): void {
  for (const [field, value] of Object.entries(data as Readonly<Record<string, unknown>>))
    if (typeof value === 'string' && sealedPerson(value) !== undefined) partsInContext(value, { eventId: id, field });
}
