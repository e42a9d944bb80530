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
  Input,
  Items,
  readAsOfficial,
  Unauthenticated,
  type EachItem,
  type PermittedContext,
} from '@otklik/host';
import { compact } from '@otklik/kernel';
import { capacities, type OfficialRole, type OpenedBy } from '@otklik/tenancy';
import { SignNotices } from '../../application/sign-notices.js';

/** What waits for whom the district's settings name. */
@Resolver()
export class ToSignResolver {
  constructor(private readonly act: SignNotices) {}

  @Query()
  noticesToSign(@Context() context: PermittedContext): Promise<NoticesToSign> {
    return readAsOfficial(context, ({ inDistrict }) => this.act.of(inDistrict, capacitiesOf(context, inDistrict.id)));
  }

  @Query()
  noticeToSign(@Args() { id }: QueryNoticeToSignArgs, @Context() context: PermittedContext): Promise<Letter> {
    return readAsOfficial(context, ({ inDistrict }) =>
      this.act.open(inDistrict, id, capacitiesOf(context, inDistrict.id)),
    );
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

function capacitiesOf({ actor, rule }: PermittedContext, district: number): readonly OpenedBy[] {
  if (actor.kind !== 'official') throw new Unauthenticated();
  return capacities(actor, rule, district).map(({ role, onBehalfOf }) =>
    compact({ official: actor.id, role: role as OfficialRole, onBehalfOf }),
  );
}
