import { createHash, randomBytes } from 'node:crypto';
import { openTextBox, sealTextBox } from '@otklik/vault';

const MAX_LENGTH = 2_000;
const MAX_AGE_S = 180 * 86_400;
/** Officials who share a desk. */
const MAX_LOGINS = 12;
const ID_BYTES = 12;
const CONTEXT = 'device';

interface Device {
  readonly id: string;
  /** That signed in here, the last first. */
  readonly logins: readonly string[];
}

/**
 * Tells a browser in which a login has signed in from those of strangers (OWASP, device cookies). It opens nothing: its tries of
 * a password are counted apart.
 */
export class DeviceCookie {
  private readonly name: string;
  private readonly attributes: string;

  constructor(
    private readonly key: Buffer,
    origin: URL,
  ) {
    const isSecure = origin.protocol === 'https:';
    this.name = isSecure ? '__Host-otklik-device' : `otklik-device-${origin.port || '80'}`;
    this.attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}; Max-Age=${MAX_AGE_S}`;
  }

  /** The browser's id, where the login has signed in there. */
  deviceOf(login: string, header: string | undefined): string | undefined {
    const device = this.read(header);
    return device?.logins.includes(keyOf(login)) ? device.id : undefined;
  }

  /** A `Set-Cookie` header, after the login has signed in. */
  signedIn(login: string, header: string | undefined): string {
    const { id = randomBytes(ID_BYTES).toString('base64url'), logins = [] } = this.read(header) ?? {};
    const all = [...new Set([keyOf(login), ...logins])].slice(0, MAX_LOGINS);
    const sealed = sealTextBox(this.key, CONTEXT, JSON.stringify({ id, logins: all } satisfies Device));
    return `${this.name}=${sealed}; ${this.attributes}`;
  }

  private read(header: string | undefined): Device | undefined {
    const own = header?.split(';').find((pair) => pair.trimStart().startsWith(`${this.name}=`));
    const value = own?.trim().slice(this.name.length + 1);
    if (!value || value.length > MAX_LENGTH) return undefined;
    try {
      return JSON.parse(openTextBox(this.key, CONTEXT, value)) as Device;
    } catch {
      // Made elsewhere, or under an earlier secret.
      return undefined;
    }
  }
}

/** Bounds the cookie's size. */
function keyOf(login: string): string {
  return createHash('sha256').update(login.trim().toLowerCase()).digest('base64url').slice(0, 16);
}
