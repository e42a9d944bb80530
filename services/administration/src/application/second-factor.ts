import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { Directory, type OfficialRole } from '@otklik/tenancy';
import { openTextBox, Secrets, sealTextBox } from '@otklik/vault';
import { Secret, TOTP } from 'otpauth';
import { Credentials, type Account } from './credentials.js';

const SECRET_BYTES = 20;
const PERIOD_S = 30;
/** A phone's clock may be this many time steps off. */
const WINDOW = 1;

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

  /** Takes up the secret, once a code shows that the application has it. */
  async setUp(login: string, secret: string, code: string): Promise<boolean> {
    const counter = this.counterOf(secret, code);
    if (counter === undefined) return false;
    await this.credentials.setSecondFactor(login, sealTextBox(this.secrets.of('totp'), login, secret));
    return this.credentials.useCode(login, counter);
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
