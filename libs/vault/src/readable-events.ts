import { sealedPerson, type Vault } from './vault.js';

/** The texts of erased persons are null. */
export async function readableEvents(
  vault: Pick<Vault, 'openAll'>,
  district: number,
  events: readonly object[],
): Promise<readonly string[]> {
  const sealed = new Set<string>();
  const lines = events.map((event) =>
    JSON.stringify(event, (_, value: unknown) => {
      if (isSealed(value)) sealed.add(value);
      return value;
    }),
  );
  if (sealed.size === 0) return lines;
  const texts = await vault.openAll(district, [...sealed]);
  const clear = new Map([...sealed].map((text, at) => [text, texts[at] ?? null]));
  return events.map((event) =>
    JSON.stringify(event, (_, value: unknown) => (isSealed(value) ? clear.get(value) : value)),
  );
}

function isSealed(value: unknown): value is string {
  return typeof value === 'string' && sealedPerson(value) !== undefined;
}
