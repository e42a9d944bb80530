import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  Letter,
  NoticesToSign,
  QueryNoticeToSignArgs,
  SignNoticeInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import {
  BulkCommand,
  Command,
  Ctx,
  Forbidden,
  Input,
  Items,
  openedBy,
  readAsOfficial,
  Unauthenticated,
  type EachItem,
  type PermittedContext,
} from '@otklik/host';
import { SignNotices } from '../../application/sign-notices.js';

/** What waits for whom the district's settings name. */
@Resolver()
export class ToSignResolver {
  constructor(private readonly act: SignNotices) {}

  @Query()
  noticesToSign(@Context() context: PermittedContext): Promise<NoticesToSign> {
    return readAsOfficial(context, ({ inDistrict }) => this.act.of(inDistrict, officialOf(context).id));
  }

  @Query()
  noticeToSign(@Args() { id }: QueryNoticeToSignArgs, @Context() context: PermittedContext): Promise<Letter> {
    return readAsOfficial(context, ({ inDistrict }) => {
      const by = openedBy(context, inDistrict.id);
      if (!by) throw new Forbidden();
      return this.act.open(inDistrict, id, { ...by, reason: 'TO_SIGN' });
    });
  }

  @Command()
  signNotice(@Input() input: SignNoticeInput, @Ctx() ctx: ClientCommandContext) {
    return this.act.sign(ctx, input.id, input.expectedVersion);
  }

  @BulkCommand('signNotice')
  signNotices(@Items() each: EachItem<SignNoticeInput>) {
    return each((ctx, { id, expectedVersion }) => this.act.sign(ctx, id, expectedVersion));
  }
}

function officialOf({ actor }: PermittedContext) {
  if (actor.kind !== 'official') throw new Unauthenticated();
  return actor;
}
