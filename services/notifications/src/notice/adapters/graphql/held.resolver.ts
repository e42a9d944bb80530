import { Context, Query, Resolver } from '@nestjs/graphql';
import type { HeldNotice, SettleHeldNoticeInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import {
  BulkCommand,
  Command,
  Ctx,
  Input,
  Items,
  readAsOfficial,
  type EachItem,
  type PermittedContext,
} from '@otklik/host';
import { SettleHeld } from '../../application/settle-held.js';

const REASON = { reason: { max: 2_000 } };

/** What a restore holds back. */
@Resolver()
export class HeldResolver {
  constructor(private readonly held: SettleHeld) {}

  @Query()
  heldNotices(@Context() context: PermittedContext): Promise<readonly HeldNotice[]> {
    return readAsOfficial(context, ({ district }) => this.held.of(district));
  }

  @Command()
  settleHeldNotice(@Input(REASON) input: SettleHeldNoticeInput, @Ctx() ctx: ClientCommandContext) {
    return this.held.settle(ctx, input);
  }

  @BulkCommand('settleHeldNotice', { shared: ['word', 'reason'] })
  settleHeldNotices(@Items(REASON) each: EachItem<SettleHeldNoticeInput>) {
    return each((ctx, item) => this.held.settle(ctx, item));
  }
}
