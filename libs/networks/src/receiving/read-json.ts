/** A whole number beyond 2^53 is a bigint, so that no id loses a digit. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | { readonly [key: string]: Json };

export type BodyFault = 'TOO_LARGE' | 'MALFORMED';

export const MAX_BODY = 1024 * 1024;
const MAX_DEPTH = 64;
/** No id of any network has more; a longer one would only cost time. */
const MAX_DIGITS = 40;

interface Source {
  readonly source?: string;
}

const parse = JSON.parse as (text: string, revive: (key: string, value: Json, at: Source) => Json) => Json;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Never throws. Size and depth are looked at before anything is built. */
export function readJson(body: Uint8Array): { readonly value: Json } | { readonly fault: BodyFault } {
  if (body.length > MAX_BODY) return { fault: 'TOO_LARGE' };
  if (isDeeper(body, MAX_DEPTH)) return { fault: 'MALFORMED' };
  try {
    return { value: parse(utf8.decode(body), (_key, value, { source }) => exact(value, source)) };
  } catch {
    return { fault: 'MALFORMED' };
  }
}

function exact(value: Json, source: string | undefined): Json {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  if (source === undefined || !/^-?\d+$/.test(source)) return value;
  return source.length > MAX_DIGITS ? null : BigInt(source);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function isDeeper(body: Uint8Array, depth: number): boolean {
  let open = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at]!;
    if (byte === QUOTE) at = endOfString(body, at);
    else if (byte === 0x7b || byte === 0x5b) open += 1;
    else if (byte === 0x7d || byte === 0x5d) open -= 1;
    if (open > depth) return true;
  }
  return false;
}

/** Where the string that opens at `from` closes; the body's end when it does not. */
export function endOfString(body: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < body.length && body[at] !== QUOTE) at += body[at] === BACKSLASH ? 2 : 1;
  return at;
}
