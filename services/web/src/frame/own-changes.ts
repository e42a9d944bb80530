/** The last version that an act of this window made, by the id of what it changed. */
const made = new Map<string, number>();

/** An act is done: the change that it answered. */
export function noteOwnChange(change: unknown): void {
  for (const { id, version } of versionsIn(change)) made.set(id, version);
}

/** All that differs between the two was changed by acts of this window: the official knows of it. */
export function isOwnChange(held: unknown, live: unknown): boolean {
  const now = new Map(versionsIn(live).map(({ id, version }) => [id, version]));
  const changed = versionsIn(held).filter(({ id, version }) => now.get(id) !== version);
  return changed.length > 0 && changed.every(({ id, version }) => isMade(now.get(id), id, version));
}

function isMade(after: number | undefined, id: string, before: number): boolean {
  return after !== undefined && after > before && after === made.get(id);
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Of a row, of several, or of a card by its row. */
function versionsIn(value: unknown): readonly Versioned[] {
  if (Array.isArray(value)) return value.flatMap(versionsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('row' in value) return versionsIn(value.row);
  return 'id' in value && typeof value.id === 'string' && 'version' in value && typeof value.version === 'number'
    ? [{ id: value.id, version: value.version }]
    : [];
}
