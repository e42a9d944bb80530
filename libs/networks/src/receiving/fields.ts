import type { CapturedFile, Iso } from '../network.js';
import type { Json } from './read-json.js';

/** Readers that answer nothing instead of throwing: what a network sends is judged, never trusted. */
export type Fields = Readonly<Record<string, Json>>;

const NOTHING: Fields = {};

export function fields(value: Json | undefined): Fields {
  return typeof value === 'object' && value !== null && !isList(value) ? (value as Fields) : NOTHING;
}

export function isFields(value: Json | undefined): boolean {
  return fields(value) !== NOTHING;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Only own properties: `constructor` is no field. */
export function field(of: Json | undefined, ...path: readonly string[]): Json | undefined {
  let value = of;
  for (const name of path) {
    const at = fields(value);
    value = Object.hasOwn(at, name) ? at[name] : undefined;
  }
  return value;
}

export function list(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** An id exact to its last digit. */
export function idOf(value: Json | undefined): string | undefined {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === 'string' && value !== '' && value.length <= 512 ? value : undefined;
}

export function countOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

const LATEST = Date.UTC(2200, 0);

export function instantOf(value: Json | undefined, unit: 's' | 'ms'): Iso | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const at = unit === 's' ? value * 1000 : value;
  return at > 0 && at < LATEST ? new Date(at).toISOString() : undefined;
}

/** Leaves absent fields out, as exact optional properties want it. */
export function present<T extends object>(of: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as never;
}

/** What a network calls its files. A name that is not among them, `constructor` too, is of no known type. */
export function fileTypeOf(types: Readonly<Record<string, CapturedFile['type']>>, name: string): CapturedFile['type'] {
  return Object.hasOwn(types, name) ? types[name]! : 'UNKNOWN';
}
