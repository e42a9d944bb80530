import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import type { Official, SubscriptionCardViewersArgs } from '@otklik/contracts/generated/graphql';
import { Forbidden, NotFound, Unauthenticated, type PermittedContext } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { Directory } from '@otklik/tenancy';
import { CardPresence } from '../../store/card-presence.js';
import { officialOf } from '../../../register/application/list/directory-names.js';
import { listedRow } from '../../../register/application/list/listed-row.js';
import { RegisterReader } from '../../../register/application/list/register-reader.js';
import { mayReadCard, viewing } from '../../../register/application/card/row-view.js';
import { districtOf } from '../../../register/adapters/graphql/district-of.js';
import { ending } from '../../../register/adapters/graphql/ending.js';

@Resolver()
export class CardViewersResolver {
  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly presence: CardPresence,
    private readonly clock: Clock,
  ) {}

  /** Only for a card that the viewer may open. */
  @Subscription('cardViewers')
  async cardViewers(
    @Args() { appeal }: SubscriptionCardViewersArgs,
    @Context() { actor, ...context }: PermittedContext,
  ): Promise<AsyncIterable<{ readonly cardViewers: readonly Official[] }>> {
    const { directory, reader, presence, clock } = this;
    const district = districtOf({ actor, ...context });
    if (actor.kind !== 'official') throw new Unauthenticated();
    const row = await reader.row(district.id, appeal);
    if (!row) throw new NotFound();
    if (!mayReadCard(listedRow(row), viewing(directory, district, clock.now(), actor, context.language)))
      throw new Forbidden();
    return ending(async function* (signal) {
      for await (const ids of presence.open({ district: district.id, appeal, official: actor.id }, signal)) {
        yield { cardViewers: ids.flatMap((id) => officialOf(directory, district, id) ?? []) };
      }
    });
  }
}
