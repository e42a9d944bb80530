import { Injectable } from '@nestjs/common';
import type {
  RecordPlacedNoticeInput,
  ReleaseNoticeInput,
  SettleUnknownNoticeInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { compact } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { RecordPlacedNotice } from '../../notice/domain/notice.networks.js';
import type { NoticeEvent, NoticeState } from '../../notice/domain/notice.js';
import { Deliveries } from '../../notice/application/deliveries.js';
import { NoticeHandler } from '../../notice/application/notice-handler.js';
import { demandOwnSite } from './network-channels.js';
import { NetworkParts } from '../store/network-parts.js';
import { NetworkQueue } from '../store/network-queue.js';
import { PlacedNotices } from '../store/placed-notices.js';

/** What was placed may take a moment to be shown to all. */
const SOUGHT_IN_MS = 5_000;

type Changed = Promise<Handled<NoticeState, NoticeEvent>>;

/** Decisions of an official about a message in a network: whether it was delivered, and its public text. */
@Injectable()
export class DecideByOfficial {
  constructor(
    private readonly notices: NoticeHandler,
    private readonly deliveries: Deliveries,
    private readonly queue: NetworkQueue,
    private readonly parts: NetworkParts,
    private readonly sought: PlacedNotices,
    private readonly vault: Vault,
    private readonly database: Database,
  ) {}

  /** In one transaction with the parts: both or neither. */
  async seen(ctx: ClientCommandContext, { id, expectedVersion, word }: SettleUnknownNoticeInput): Changed {
    const { district, commandId: record, at } = ctx;
    return this.database.scope(district).transaction(async (tx) => {
      const whole = await this.parts.wouldBeWhole(tx, district, id);
      const command = { type: 'SettleUnknownNotice', record, word, whole, at } as const;
      const handled = await this.notices.handle(ctx, id, command, { expectedVersion, tx });
      if (handled.events.length === 0) return handled;
      await this.parts.decide(tx, district, id, word);
      if (handled.state.status === 'OPEN') await this.queue.wait({ district, notice: id }, null, tx);
      else await this.deliveries.finish(district, id, tx);
      return handled;
    });
  }

  /** Not in one transaction: sealing reads a key over a second connection. After a crash between the two a retry completes it. */
  async released(ctx: ClientCommandContext, { id, expectedVersion, words }: ReleaseNoticeInput): Changed {
    const { district, commandId: record, at, mayActIn } = ctx;
    const { department, person } = await this.known(district, id);
    const handled = await this.notices.handle(
      ctx,
      id,
      { type: 'ReleaseNotice', record, mayActIn, at, ...compact({ department }), ...(words && { words }) },
      { expectedVersion },
    );
    const notice = { district, notice: id };
    if (words && person) await this.queue.say(notice, await this.vault.seal(district, person, id, 'words', words));
    else if (handled.state.status === 'OPEN') await this.deliveries.redirect(district, id, handled.state.way);
    else await this.deliveries.finish(district, id);
    return handled;
  }

  /** The link is the proof, so it leads to the network's own site; it is sought there afterwards. */
  async placed(ctx: ClientCommandContext, { id, expectedVersion, link }: RecordPlacedNoticeInput): Changed {
    const { district, commandId: record, at, mayActIn } = ctx;
    const { department, network } = await this.known(district, id);
    if (link && network !== undefined) demandOwnSite(network, link);
    const command: RecordPlacedNotice = {
      type: 'RecordPlacedNotice' as const,
      record,
      mayActIn,
      at,
      ...compact({ department }),
      ...(link && { link }),
    };
    return this.database.scope(district).transaction(async (tx) => {
      const handled = await this.notices.handle(ctx, id, command, { expectedVersion, tx });
      if (handled.events.length === 0) return handled;
      if (link) await this.sought.add(tx, { district, notice: id }, at, SOUGHT_IN_MS);
      if (handled.state.status === 'OPEN') await this.deliveries.redirect(district, id, handled.state.way, tx);
      else await this.deliveries.finish(district, id, tx);
      return handled;
    });
  }

  private known(district: number, notice: string) {
    return this.database.scope(district).transaction(async (tx: Transaction) => ({
      department: await this.deliveries.departmentOf(tx, district, notice),
      person: await this.queue.personOf(tx, district, notice),
      network: await this.queue.networkOf(tx, district, notice),
    }));
  }
}
