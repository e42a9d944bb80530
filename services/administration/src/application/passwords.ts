import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP's smallest recommendation for argon2id: 19 MiB, two passes, parallelism 1; some 30 ms of one core. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
/** A stored form that asks for more is not ours. */
const MAX_MEMORY_KIB = 262_144;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([\w+/]{1,86})\$([\w+/]{1,86})$/;

export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 200;

/** In the PHC string format, with its own cost, so that a later rise leaves old passwords valid. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST, HASH_BYTES);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Of no account: verifying against it takes the time of a real one. */
const absent = hashPassword(randomBytes(32).toString('base64'));

/** `stored`: undefined for an unknown login, whose answer then takes as long. */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(stored ?? (await absent)) ?? [];
  if (!salt || !hash || Number(memory) > MAX_MEMORY_KIB) return false;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const expected = Buffer.from(hash, 'base64');
  const given = await derive(password, Buffer.from(salt, 'base64'), cost, expected.length);
  return timingSafeEqual(given, expected) && stored !== undefined;
}

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** The same letters typed on another machine may be composed otherwise (NFC). */
function derive(password: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFC').slice(0, MAX_PASSWORD_LENGTH), 'utf8');
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, tagLength, ...cost }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
