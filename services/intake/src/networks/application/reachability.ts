import { Injectable } from '@nestjs/common';
import { Clock, Refusal, uuidv5 } from '@otklik/kernel';
import type { Captured } from '@otklik/networks';
import { Database, type Transaction } from '@otklik/tenancy';
import { AppealHandler } from '../../appeal/application/appeal-handler.js';
import { Author, Reach, Reachabilities } from '../store/reachabilities.js';
import type { InboundAccount } from './inbound-accounts.js';
import { InboundIds } from './inbound-ids.js';

/** `at`: when we got it. */
export interface InboundMessages {
  readonly captured: readonly Captured[];
  readonly at: string;
}

interface ReportedReach extends Reach {
  readonly author: string;
}

/** For a person with more appeals it is recorded in the latest. */
const MAX_APPEALS = 50;
const ACTOR = { kind: 'system', id: 'intake.networks' } as const;

/** Tells an author's appeals that the author blocked the account's messages, or accepts them again. */
@Injectable()
export class NoteReachability {
  constructor(
    private readonly known: Reachabilities,
    private readonly appeals: AppealHandler,
    private readonly ids: InboundIds,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of one account. The sender of a direct message accepts an answer, also where the network did not report so. */
  async note(tx: Transaction, of: InboundAccount, heard: readonly InboundMessages[]): Promise<void> {
    const told = heard.flatMap(({ captured, at }) => captured.flatMap((one) => this.toldOf(of, one, at)));
    const wrote = heard.flatMap(({ captured, at }) => captured.flatMap((one) => this.wroteOf(of, one, at)));
    const authors = wrote.map(({ author }) => this.authorOf(of, author));
    const blocked = await this.known.blockedAmong(tx, of.district.id, authors);
    const healed = wrote.filter(({ author }) => blocked.some((one) => one.author === author));
    const inOrder = [...told, ...healed].sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
    for (const one of inOrder) await this.changed(tx, of, one);
  }

  /** A new case of an author who blocks us begins with that. */
  async begun(of: InboundAccount, appeal: string, author: string): Promise<void> {
    const { id: district } = of.district;
    const who = this.authorOf(of, this.ids.author(district, of.account.network, author));
    const reach = await this.known.of(district, who);
    if (!reach || reach.allowed) return;
    await this.database.scope(district).transaction((tx) => this.tell(tx, of, appeal, reach));
  }

  /** What is older than what is known changes nothing. */
  private async changed(tx: Transaction, of: InboundAccount, { author, ...reach }: ReportedReach): Promise<void> {
    const { id: district } = of.district;
    const who = this.authorOf(of, author);
    const before = await this.known.of(district, who, tx);
    if (before && before.at > reach.at) return;
    await this.known.set(tx, district, who, reach);
    if (before?.allowed === reach.allowed) return;
    for (const appeal of await this.known.appealsOf(tx, district, who, MAX_APPEALS))
      await this.tell(tx, of, appeal, reach);
  }

  private async tell(tx: Transaction, of: InboundAccount, appeal: string, { allowed, at }: Reach): Promise<void> {
    const { district, account } = of;
    const commandId = uuidv5(appeal, `reachability ${account.id} ${allowed} ${at}`);
    const type = allowed ? 'MessagesAllowed' : 'MessagesBlocked';
    const seen = { type, account: account.id, at } as const;
    const context = { district: district.id, commandId, at: this.clock.now(), actor: ACTOR, correlationId: appeal };
    try {
      await this.appeals.handle(context, appeal, { type: 'NoteAtSource', seen, commandId }, { tx });
    } catch (error) {
      // Nothing is recorded about an erased person.
      if (!(error instanceof Refusal)) throw error;
    }
  }

  private toldOf({ district, account }: InboundAccount, one: Captured, heardAt: string): readonly ReportedReach[] {
    if (one.kind !== 'reachability') return [];
    const author = this.ids.author(district.id, account.network, one.author);
    return [{ author, allowed: one.allowed, at: timeOf(one, heardAt) }];
  }

  private wroteOf({ district, account }: InboundAccount, one: Captured, heardAt: string): readonly ReportedReach[] {
    if (one.kind !== 'message' || one.ref.kind !== 'DIRECT' || one.author.self) return [];
    const author = this.ids.author(district.id, account.network, one.author.id);
    return [{ author, allowed: true, at: timeOf(one, heardAt) }];
  }

  private authorOf({ account }: InboundAccount, author: string): Author {
    return { account: account.id, author };
  }
}

/** A clock of the network that is ahead of ours does not outdo what it tells afterwards. */
function timeOf({ at }: { readonly at?: string }, heardAt: string): string {
  return at !== undefined && at < heardAt ? at : heardAt;
}
