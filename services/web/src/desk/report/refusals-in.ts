export interface Refusal {
  readonly number: string;
  readonly reason: string;
}

/** `wrong`: the first line without a number or a reason; empty where the JSON is another one. */
export type RefusalsRead = { readonly refused: readonly Refusal[] } | { readonly wrong: string };

/**
 * What the server refused: lines of a number and a reason, or what a plugin of a region answers, a JSON array with `number` and
 * `exceptionMessage`; those without one were taken.
 */
export function refusalsIn(text: string): RefusalsRead {
  return text.trimStart().startsWith('[') ? fromJson(text) : fromLines(text);
}

function fromLines(text: string): RefusalsRead {
  const refused: Refusal[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, number, reason] = /^(\S+?)[\s;:,]+(.+)$/u.exec(line) ?? [];
    if (number === undefined || reason === undefined) return { wrong: line };
    refused.push({ number, reason });
  }
  return { refused };
}

function fromJson(text: string): RefusalsRead {
  const read = parsed(text);
  if (!Array.isArray(read)) return { wrong: '' };
  const items = read as readonly { readonly number?: unknown; readonly exceptionMessage?: unknown }[];
  if (!items.every((one) => typeof one?.number === 'string')) return { wrong: '' };
  const refused = items.flatMap(({ number, exceptionMessage: reason }) =>
    typeof reason === 'string' && reason !== '' ? [{ number: String(number), reason }] : [],
  );
  return { refused };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
