import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { Accounts, invitationId, type NewInvitation } from '../store/accounts.js';
import { Credentials } from '../store/credentials.js';
import { InvitationLetters } from './invitation-letters.js';
import { hashPassword, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './passwords.js';

export type PasswordFault = 'TOO_SHORT' | 'TOO_LONG' | 'IS_LOGIN' | 'DIFFERENT' | 'COMMON';

export interface IssuingCommand {
  /** A UUID. */
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Where officials sign in. */
export abstract class Provider {
  /** The OIDC provider that has the accounts; undefined: ours. */
  abstract readonly issuer: string | undefined;
  /** The address of the desk; a path where the installation does not know its own. */
  abstract readonly desk: string;
}

/** One-time links in which an official sets the password. */
@Injectable()
export class Invitations {
  constructor(
    private readonly provider: Provider,
    private readonly accounts: Accounts,
    private readonly credentials: Credentials,
    private readonly letters: InvitationLetters,
    private readonly clock: Clock,
  ) {}

  /**
   * Also for a forgotten password; earlier open invitations of the login end. `email`: where the link is sent, too. The same
   * `command` gives the same link. Where another provider has the accounts, a link of ours would set a password that opens
   * nothing: the official gets the address of the desk.
   */
  async issue(
    login: string,
    email?: string,
    { id, at }: IssuingCommand = { id: randomUUID(), at: this.clock.now() },
  ): Promise<NewInvitation> {
    const { issuer, desk: link } = this.provider;
    const send = async (address: Parameters<InvitationLetters['send']>[3]): Promise<boolean> =>
      email !== undefined && (await this.letters.send(email, login, id, address));
    if (issuer !== undefined) return { link, issuer, expiresAt: null, isSent: await send({ link }) };
    const issued = await this.accounts.invite(login, id, at);
    return { ...issued, issuer: null, isSent: await send(issued) };
  }

  /** The login of an open invitation. */
  loginOf(secret: string): Promise<string | undefined> {
    return this.credentials.invited(invitationId(secret), new Date(this.clock.now()));
  }

  /** Answers the login; undefined when the invitation is used, replaced or past its end. */
  async accept(secret: string, password: string): Promise<string | undefined> {
    const hash = await hashPassword(password);
    return this.credentials.accept(invitationId(secret), hash, new Date(this.clock.now()));
  }

  async hasPassword(login: string): Promise<boolean> {
    return ((await this.credentials.find(login))?.password ?? null) !== null;
  }
}

/** What is wrong with a new password; undefined when only its being common (`isCommonPassword`) can be. */
export function passwordFault(login: string, password: string, repeated: string): PasswordFault | undefined {
  if (password.length < MIN_PASSWORD_LENGTH) return 'TOO_SHORT';
  if (password.length > MAX_PASSWORD_LENGTH) return 'TOO_LONG';
  if (password.toLowerCase() === login.toLowerCase()) return 'IS_LOGIN';
  return password === repeated ? undefined : 'DIFFERENT';
}
