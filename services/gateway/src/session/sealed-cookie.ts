import { seal, unseal } from './seal.js';

const MAX_VALUE_LENGTH = 4_096;

/**
 * A cookie of the whole origin whose value only this installation can read or make (AES-256-GCM, bound to the cookie's name).
 * Over https it is a `__Host-` cookie. Browsers refuse that prefix over plain http, where the port is part of the name
 * instead: cookies of one host are shared by all its ports.
 */
export class SealedCookie {
  readonly name: string;
  private readonly secure: boolean;

  constructor(
    private readonly key: Buffer,
    origin: URL,
    purpose = '',
  ) {
    this.secure = origin.protocol === 'https:';
    const own = `otklik${purpose === '' ? '' : `-${purpose}`}`;
    this.name = this.secure ? `__Host-${own}` : `${own}-${origin.port || '80'}`;
  }

  /** The value in a `Cookie` header; undefined when there is none, or one that was not made here. */
  read(header: string | undefined): string | undefined {
    const own = header?.split(';').find((pair) => pair.trimStart().startsWith(`${this.name}=`));
    const value = own?.trim().slice(this.name.length + 1);
    return value && value.length <= MAX_VALUE_LENGTH ? unseal(this.key, this.name, value) : undefined;
  }

  /** A `Set-Cookie` header. Without `maxAgeS` the cookie ends with the browser. */
  set(value: string, maxAgeS?: number): string {
    return this.header(seal(this.key, this.name, value), maxAgeS);
  }

  clear(): string {
    return this.header('', 0);
  }

  private header(value: string, maxAgeS: number | undefined): string {
    const age = maxAgeS === undefined ? '' : `; Max-Age=${Math.floor(maxAgeS)}`;
    return `${this.name}=${value}; Path=/; HttpOnly; SameSite=Lax${this.secure ? '; Secure' : ''}${age}`;
  }
}
