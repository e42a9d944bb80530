import { isOfThisMachine, weaknessOfText } from '@otklik/kernel';
import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** One variable of the environment. `parse` throws an Error that says what is expected. */
export interface Setting<Value> {
  readonly variable: string;
  /** One line for the operator. */
  readonly about: string;
  /** Gets the variable's text; undefined when it is absent or empty. */
  readonly parse: (raw: string | undefined) => Value;
}

type Settings = Readonly<Record<string, Setting<unknown>>>;
export type ConfigOf<Schema extends Settings> = {
  readonly [Name in keyof Schema]: Schema[Name] extends Setting<infer Value> ? Value : never;
};

/** Invalid environment variables: the process must not start. The message names each with what it expects. */
export class WrongConfiguration extends Error {
  override readonly name = 'WrongConfiguration';
}

/**
 * Reads all settings once, at the start; `<NAME>_FILE` names a file that holds the value, as secrets are mounted. Throws
 * `WrongConfiguration` with every fault in it; values are not repeated.
 */
export function readConfig<const Schema extends Settings>(schema: Schema, environment: Environment): ConfigOf<Schema> {
  const faults: string[] = [];
  const read = Object.entries(schema).map(([name, setting]) => {
    try {
      return [name, setting.parse(given(environment, setting.variable))] as const;
    } catch (error) {
      faults.push(`${setting.variable}: ${(error as Error).message} (${setting.about})`);
      return [name, undefined] as const;
    }
  });
  if (faults.length > 0) throw new WrongConfiguration(faults.join('\n'));
  return Object.fromEntries(read) as ConfigOf<Schema>;
}

/** The variable's text, or that of the file that `<NAME>_FILE` names. Throws an Error that says what is wrong. */
function given(environment: Environment, variable: string): string | undefined {
  const [value, file] = [variable, `${variable}_FILE`].map((name) => environment[name]?.trim() || undefined);
  if (file === undefined) return value;
  if (value !== undefined) throw new Error(`must be given once, and ${variable}_FILE is given too`);
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    throw new Error(`${variable}_FILE cannot be read, ${(error as NodeJS.ErrnoException).code}`);
  }
}

export function text<Default extends string | undefined>(
  variable: string,
  about: string,
  fallback: Default,
): Setting<string | Default> {
  return { variable, about, parse: (raw) => raw ?? fallback };
}

/** A secret chosen by a person; a weak one is refused. Undefined when absent. */
export function secretText(variable: string, about: string): Setting<string | undefined> {
  const parse = (raw: string | undefined): string | undefined => {
    const weakness = raw === undefined ? undefined : weaknessOfText(raw);
    if (weakness !== undefined) throw new Error(weakness);
    return raw;
  };
  return { variable, about, parse };
}

export function integer(
  variable: string,
  about: string,
  { fallback, min, max }: { readonly fallback: number; readonly min: number; readonly max: number },
): Setting<number> {
  const parse = (raw: string | undefined): number => {
    const value = raw === undefined ? fallback : Number(raw);
    if (!Number.isInteger(value) || value < min || value > max) {
      throw new Error(`must be a whole number from ${min} to ${max}`);
    }
    return value;
  };
  return { variable, about, parse };
}

/** Operations per period; 0 = no limit. */
export function rateLimit(variable: string, about: string, fallback: number): Setting<number> {
  return integer(variable, about, { fallback, min: 0, max: 10_000_000 });
}

export function choice<const Value extends string, Default extends Value | undefined>(
  variable: string,
  about: string,
  values: readonly Value[],
  fallback: Default,
): Setting<Value | Default> {
  const parse = (raw: string | undefined): Value | Default => {
    if (raw === undefined) return fallback;
    const found = values.find((value) => value === raw);
    if (found === undefined) throw new Error(`must be one of ${values.join(', ')}`);
    return found;
  };
  return { variable, about, parse };
}

/** An absolute address of one of the given schemes; undefined when absent. */
export function address(variable: string, about: string, schemes: readonly string[]): Setting<string | undefined> {
  const parse = (raw: string | undefined): string | undefined => {
    if (raw === undefined) return undefined;
    if (!URL.canParse(raw) || !schemes.includes(new URL(raw).protocol.slice(0, -1))) {
      throw new Error(`must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`);
    }
    return raw;
  };
  return { variable, about, parse };
}

/** An address of an OpenID issuer or its keys: `https`, or `http` on this machine, where nothing can listen between. */
export function issuerAddress(variable: string, about: string): Setting<string | undefined> {
  const { parse } = address(variable, about, ['https', 'http']);
  return {
    variable,
    about,
    parse: (raw) => {
      const read = parse(raw);
      const { protocol, hostname } = new URL(read ?? 'https://absent');
      if (protocol === 'http:' && !isOfThisMachine(hostname))
        throw new Error('must begin with https://, or be of this machine');
      return read;
    },
  };
}
