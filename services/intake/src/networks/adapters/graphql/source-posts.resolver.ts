import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { QuerySourcePostsArgs, SourcePost } from '@otklik/contracts/generated/graphql';
import { BadInput, NotFound, type PermittedContext } from '@otklik/host';
import { SourcePosts } from '../../application/source-posts.js';

const MOST = 100;

@Resolver()
export class SourcePostsResolver {
  constructor(private readonly posts: SourcePosts) {}

  @Query('sourcePosts')
  sourcePosts(
    @Args() { threads }: QuerySourcePostsArgs,
    @Context() { district }: PermittedContext,
  ): Promise<readonly SourcePost[]> {
    if (!district) throw new NotFound();
    if (threads.length > MOST) throw new BadInput('TOO_MANY_ITEMS', 'threads', { max: MOST });
    return this.posts.of(district.id, threads);
  }
}
