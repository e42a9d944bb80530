import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { ChangeResult, RecordOralNoticeInput } from '@otklik/contracts/generated/graphql';
import { answering, changeOf, cleanText, commandContext, NotFound, type PermittedContext } from '@otklik/host';
import type { NoticesParts } from '../../application/notices-parts.js';
import { finishDelivery } from '../postgres/deliveries.js';

const saidLimits = { max: 2_000, path: 'input.said' };

@Resolver()
export class NoticeResolver {
  constructor(private readonly parts: NoticesParts) {}

  @Mutation('recordOralNotice')
  async recordOralNotice(
    @Args('input') input: RecordOralNoticeInput,
    @Context() context: PermittedContext,
  ): Promise<ChangeResult> {
    const said = cleanText(input.said, saidLimits);
    return answering(context, async () => {
      const { district } = context;
      if (!district) throw new NotFound();
      const { id, key, expectedVersion } = input;
      // The stream knows its appeal: its first event's correlation is kept, whatever stands here.
      const around = commandContext(context, 'recordOralNotice', key, input, this.parts, id);
      const command = { type: 'RecordOralNotice', record: around.commandId, said, at: around.at } as const;
      // Not in one transaction: sealing asks for a key over a second connection, and waiting calls would hold them all.
      const handled = await this.parts.handle(around, id, command, { expectedVersion });
      // Nobody acts on the row of a call any more; what a crash leaves of it goes with a repetition or an erasure.
      await finishDelivery(this.parts.database.scope(district.id), district.id, id);
      return changeOf('notifications', id, handled);
    });
  }
}
