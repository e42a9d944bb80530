import { sealedPerson, type Vault } from './vault.js';

const allOpened: ReadonlySet<string> = new Set();

/** The texts of erased persons are null. Values of the fields in `closed` stay sealed, as they are stored. */
export async function readableEvents(
  vault: Pick<Vault, 'openAll'>,
  district: number,
  events: readonly object[],
  closed: ReadonlySet<string> = allOpened,
): Promise<readonly string[]> {
  const isOpened = (field: string, value: unknown): value is string => isSealed(value) && !closed.has(field);
  const sealed = new Set<string>();
  const lines = events.map((event) =>
    JSON.stringify(event, (field, value: unknown) => {
      if (isOpened(field, value)) sealed.add(value);
      return value;
    }),
  );
  if (sealed.size === 0) return lines;
  const texts = await vault.openAll(district, [...sealed]);
  const clear = new Map([...sealed].map((text, at) => [text, texts[at] ?? null]));
  return events.map((event) =>
    JSON.stringify(event, (field, value: unknown) => (isOpened(field, value) ? clear.get(value) : value)),
  );
}

function isSealed(value: unknown): value is string {
  return typeof value === 'string' && sealedPerson(value) !== undefined;
}
