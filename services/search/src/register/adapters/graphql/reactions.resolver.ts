import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AppealCard, AppealCardReactionsArgs, ReactionSeries } from '@otklik/contracts/generated/graphql';
import { reactionSeries } from '../../application/figures/reactions.js';
import { Reactions } from '../../store/reactions.js';

/** A card as `appeal` answers it: of which district, and as of which instant, if one was asked for. */
export interface CardAsOf extends Omit<AppealCard, 'reactions'> {
  readonly districtId: number;
  readonly until?: string;
}

/** Who was given the card reads what was counted of it. */
@Resolver('AppealCard')
export class ReactionsResolver {
  constructor(private readonly reactions: Reactions) {}

  @ResolveField('reactions')
  async of(
    @Parent() { districtId, row, erased, until }: CardAsOf,
    @Args() { target }: AppealCardReactionsArgs,
  ): Promise<readonly ReactionSeries[]> {
    if (erased) return [];
    const asked = { appeal: row.id, target: target ?? undefined, until };
    return reactionSeries(await this.reactions.of(districtId, asked));
  }
}
