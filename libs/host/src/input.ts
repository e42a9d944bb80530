import type { InputErrorCode } from '@otklik/contracts/error-codes';
import type { TextDetails } from '@otklik/contracts/texts';

/** Invalid input. Becomes a refusal, or `errors[]`, with this code and path; contains no personal data. */
export class BadInput extends Error {
  override readonly name = 'BadInput';

  private all: readonly BadInput[] = [this];

  /** What has no code of its own needs a reason. */
  constructor(code: 'BAD_INPUT', path: string, details: TextDetails, reason: string);
  constructor(code: Exclude<InputErrorCode, 'BAD_INPUT'>, path: string, details?: TextDetails, reason?: string);
  constructor(
    readonly code: InputErrorCode,
    /** `input.text` */
    readonly path: string,
    readonly details: TextDetails = {},
    /** What is wrong, for programmers, in English; without the value. */
    readonly reason?: string,
  ) {
    super(code);
  }

  /** All faults of the input, in the order of its checks, at most one for each path: the first. */
  get faults(): readonly BadInput[] {
    return this.all;
  }

  /** This fault as the first of all those of its input. */
  firstOf(all: readonly BadInput[]): this {
    this.all = all;
    return this;
  }
}

/** The faults that the checks of one input found. */
export class Faults {
  private readonly found = new Map<string, BadInput>();

  /** The check's result; undefined where it threw `BadInput`, which is kept. */
  of<Result>(check: () => Result): Result | undefined {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      for (const fault of error.faults) if (!this.found.has(fault.path)) this.found.set(fault.path, fault);
      return undefined;
    }
  }

  /** Throws the first fault, which holds all of them. */
  demandNone(): void {
    const all = [...this.found.values()];
    const [first] = all;
    if (first) throw first.firstOf(all);
  }
}

/** The results of all checks. Throws one `BadInput` with the faults of every check that failed. */
export function checkAll<Results extends readonly unknown[]>(
  ...checks: { readonly [At in keyof Results]: () => Results[At] }
): Results {
  const faults = new Faults();
  const results = checks.map((check) => faults.of(check));
  faults.demandNone();
  return results as unknown as Results;
}

/** A token is missing or invalid (`UNAUTHENTICATED`). */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
}

/** Absent, or of another district: both look the same to the caller (`NOT_FOUND`). */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** In the caller's district, but not permitted for the caller's role (`FORBIDDEN`). */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

/** Too many attempts per time (`RATE_LIMITED`). */
export class RateLimited extends Error {
  override readonly name = 'RateLimited';
}

/** No capacity now; the caller may retry in some seconds (`OVERLOADED`). */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}

export interface TextLimits {
  /** Characters (code points) after trimming. */
  readonly max: number;
  readonly path: string;
}

/** Characters of an appeal, a draft or an answer. */
export const MAX_TEXT_LENGTH = 20_000;

/** Control characters that no text needs; NUL cannot be stored at all. Tab and line ends stay. */
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
/** Also letters that fonts leave blank (Hangul fillers, the empty Braille cell), private and unassigned code points. */
const NOTHING_VISIBLE = /^[\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*$/u;
/** They turn the order of what follows on the page; no text of a resident needs them, and by them a text reads otherwise than it is. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text as it may be stored: trimmed, line ends made LF, in Unicode's NFC. Throws `BadInput`: `TEXT_EMPTY` (also when
 * only spaces or invisible characters are in it), `TEXT_TOO_LONG`, `TEXT_MALFORMED` (NUL, control characters, lone
 * surrogates).
 */
export function cleanText(raw: string, { max, path }: TextLimits): string {
  const text = raw.replace(BIDI_CONTROLS, '').trim();
  if (text.length > max * 2) throw new BadInput('TEXT_TOO_LONG', path, { max });
  if (UNWANTED.test(text) || !text.isWellFormed()) throw new BadInput('TEXT_MALFORMED', path);
  if (NOTHING_VISIBLE.test(text)) throw new BadInput('TEXT_EMPTY', path);
  const clean = text.replace(/\r\n?/g, '\n').normalize('NFC');
  if (clean.length > max && [...clean].length > max) throw new BadInput('TEXT_TOO_LONG', path, { max });
  return clean;
}

/** As `cleanText`; undefined when nothing, or nothing visible, was given. */
export function optionalText(raw: string | null | undefined, limits: TextLimits): string | undefined {
  if (raw === null || raw === undefined) return undefined;
  if (NOTHING_VISIBLE.test(raw) && !UNWANTED.test(raw)) return undefined;
  return cleanText(raw, limits);
}

/** As typed: neither trimmed nor normalised, perhaps empty. Throws `BadInput`: `TEXT_TOO_LONG`, `TEXT_MALFORMED`. */
export function verbatimText(raw: string, { max, path }: TextLimits): string {
  if (raw.length > max && [...raw].length > max) throw new BadInput('TEXT_TOO_LONG', path, { max });
  if (UNWANTED.test(raw) || !raw.isWellFormed()) throw new BadInput('TEXT_MALFORMED', path);
  return raw;
}

/** A number, or how many there are, from `min` to `max`. Throws `BadInput`: `NUMBER_OUT_OF_RANGE`. */
export function demandRange(number: number, { min, max }: Range, path: string): void {
  if (number < min || number > max) throw new BadInput('NUMBER_OUT_OF_RANGE', path, { min, max });
}

interface Range {
  readonly min: number;
  readonly max: number;
}
