import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { Directory, type OfficialRole } from '@otklik/tenancy';
import { openTextBox, Secrets, sealTextBox } from '@otklik/vault';
import { Secret, TOTP } from 'otpauth';
import { type Account, Credentials } from '../store/credentials.js';

const SECRET_BYTES = 20;
const PERIOD_S = 30;
/** A phone's clock may be this many time steps off. */
const WINDOW = 1;

/** OVER: the account has a second factor already, or another password. */
export type SetUp = 'DONE' | 'WRONG' | 'OVER';

/** Codes of an authenticator application (TOTP, RFC 6238). */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly credentials: Credentials,
    private readonly directory: Directory,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** A district of the official demands it of one of the official's roles. */
  isDemanded(login: string): boolean {
    const official = this.directory.official(login);
    if (official?.kind !== 'official') return false;
    return official.assignments.some(({ district, role }) => this.rolesOf(district).includes(role));
  }

  private rolesOf(district: number): readonly OfficialRole[] {
    return this.directory.districtById(district)?.policy.secondFactorRoles ?? [];
  }

  /** A new secret, in base32. */
  newSecret(): string {
    return new Secret({ size: SECRET_BYTES }).base32;
  }

  /** `otpauth://…`, which authenticator applications read. */
  uriOf(login: string, secret: string): string {
    return new TOTP({ issuer: 'Otklik', label: login, secret, period: PERIOD_S }).toString();
  }

  /** Takes up the secret of an account that has none, once a code shows that the application has it. */
  async setUp(account: Account, secret: string, code: string): Promise<SetUp> {
    const counter = this.counterOf(secret, code);
    if (counter === undefined) return 'WRONG';
    const totp = sealTextBox(this.secrets.of('totp'), account.login, secret);
    return (await this.credentials.setSecondFactor(account, totp, counter)) ? 'DONE' : 'OVER';
  }

  /** Each code works once. */
  async check({ login, totp }: Account, code: string): Promise<boolean> {
    const counter = totp === null ? undefined : this.counterOf(openTextBox(this.secrets.of('totp'), login, totp), code);
    return counter !== undefined && this.credentials.useCode(login, counter);
  }

  private counterOf(secret: string, code: string): number | undefined {
    const timestamp = Date.parse(this.clock.now());
    const token = code.replaceAll(/\s/g, '');
    const delta = new TOTP({ secret, period: PERIOD_S }).validate({ token, timestamp, window: WINDOW });
    return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_S) + delta;
  }
}
