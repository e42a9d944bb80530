import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestedLink, RequestFollowUpLinkInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { PerformWork, WorkQueue, type ClaimedWork, type Performed } from '@otklik/host';
import { Clock, IdempotencyKeyReused, sameShape } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import { KeyKeeper, normaliseContact, readFollowUpLink, Secrets } from '@otklik/vault';
import { AppealHandler } from './appeal-handler.js';
import type { Owner } from '../../files/application/files.js';
import { codeHash, keyIdOf, linkCode } from './follow-up-code.js';
import { FollowUpCodes } from '../store/follow-up-codes.js';
import { FollowUpLinks, SEND_LINK } from '../store/follow-up-links.js';

/**
 * Requests for a link, counted by number and contact in a time window: no contact gets more letters than that, and who knows the
 * number alone takes no request from its owner.
 */
export abstract class LinkAttempts {
  /** Counts a request; false beyond the limit. `about`: a keyed hash. `at`: ISO 8601. */
  abstract begin(district: number, about: string, at: string): Promise<boolean>;
  /** Removes expired windows. */
  abstract sweep(district: number, at: string): Promise<void>;
}

export const LINK_MINUTES = 60;
const MINUTE_MS = 60_000;
const MAX_SENT_AT_ONCE = 10;
/** Longer than any attempt. */
const LEASE_MS = 60_000;
const BACKOFF = { firstMs: 5_000, maxMs: MINUTE_MS };
/** As long as a link is good. */
const MAX_ATTEMPTS = LINK_MINUTES;

export interface Recovered extends Owner {
  /** The new follow-up code. */
  readonly code: string;
}

/** A lost follow-up code: a link by e-mail opens the appeal once and gives a new code. */
@Injectable()
export class RecoverFollowUp {
  private readonly linkKey: Buffer;
  private readonly keyId: string;
  private readonly codeKey: KeyObject;

  constructor(
    private readonly database: Database,
    private readonly appeals: AppealHandler,
    private readonly codes: FollowUpCodes,
    private readonly links: FollowUpLinks,
    private readonly attempts: LinkAttempts,
    private readonly vault: KeyKeeper,
    private readonly queue: WorkQueue,
    private readonly work: PerformWork,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.linkKey = secrets.of('follow-up-link');
    const key = secrets.of('follow-up-code');
    this.keyId = keyIdOf(key);
    this.codeKey = createSecretKey(key);
  }

  /**
   * Remembers the request. Whatever was typed, the same statements run and the same is answered: neither the answer nor its
   * time tells whether there is such an appeal. Throws `IdempotencyKeyReused`.
   */
  async request(
    ctx: ClientCommandContext,
    { number, contact }: RequestFollowUpLinkInput,
  ): Promise<RequestedLink | 'TOO_MANY'> {
    const { district, at, commandId: id, fingerprint } = ctx;
    const shape = sameShape(number);
    const about = createHmac('sha256', this.linkKey)
      .update(`${shape}|${normaliseContact(contact)}`)
      .digest('base64url');
    if (!(await this.attempts.begin(district, about, at))) return 'TOO_MANY';
    const [found, persons] = await Promise.all([
      this.codes.find([district], shape),
      this.vault.personsOf(district, contact),
    ]);
    const mine = found.find(({ person }) => persons.includes(person));
    const owner = mine && { district, appeal: mine.appeal, person: mine.person };
    const expiresAt = new Date(Date.parse(at) + LINK_MINUTES * MINUTE_MS).toISOString();
    const remembered = await this.links.remember({ district, id, fingerprint, owner, requestedAt: at, expiresAt });
    if (remembered !== fingerprint) throw new IdempotencyKeyReused('this key was used for another request');
    return { __typename: 'RequestedLink', minutes: LINK_MINUTES };
  }

  /** Records the requests that found their appeal: notifications writes the letter. Answers how many were looked at. */
  sendDue(): Promise<number> {
    return this.work.performDue({
      kind: SEND_LINK,
      atOnce: MAX_SENT_AT_ONCE,
      leaseMs: LEASE_MS,
      backoff: BACKOFF,
      maxAttempts: MAX_ATTEMPTS,
      perform: (link) => this.send(link),
    });
  }

  private async send(link: ClaimedWork<object>): Promise<Performed> {
    const { district, key: id } = link;
    const to = await this.links.toSend(district, id);
    if (!to) return 'DONE';
    const { appeal, expiresAt } = to;
    const { state } = await this.appeals.load(district, appeal);
    // A submission that was refused, or an erased person, has no address to write to.
    if (state.status === 'NONE' || state.status === 'ERASED') return 'DONE';
    const context = {
      district,
      commandId: id,
      correlationId: appeal,
      at: this.clock.now(),
      actor: { kind: 'anyone' },
    } as const;
    await this.database.scope(district).transaction(async (tx) => {
      await this.queue.finish(tx, link);
      const command = { type: 'RequestFollowUpLink', link: id, expiresAt, commandId: id } as const;
      await this.appeals.handle(context, appeal, command, { tx });
    });
    return 'FINISHED';
  }

  /** Opens the appeal of a link once, and gives it a new code. Undefined for a link that is over or was never made. */
  async open(
    district: number,
    { link, key }: { readonly link: string; readonly key: string },
    at: string,
  ): Promise<Recovered | undefined> {
    const id = readFollowUpLink(this.linkKey, district, link);
    if (id === undefined) return undefined;
    const code = linkCode(this.codeKey, district, id);
    return this.database.scope(district).transaction(async (tx) => {
      const owner = await this.links.use(tx, { district, id, key: key.toLowerCase(), at });
      if (!owner) return undefined;
      await this.codes.replace(tx, { ...owner, code: codeHash(this.keyId, owner.appeal, code) });
      return { ...owner, code };
    });
  }
}
