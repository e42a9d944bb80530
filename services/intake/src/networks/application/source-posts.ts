import { Injectable } from '@nestjs/common';
import type { SourcePost } from '@otklik/contracts/generated/graphql';
import { NETWORKS, type Ref } from '@otklik/networks';
import { InboundAccounts } from './inbound-accounts.js';
import { InboundBox } from './inbound-box.js';
import { Posts, type SealedPost } from '../store/posts.js';

/** The posts that people comment, as far as the networks returned them. */
@Injectable()
export class SourcePosts {
  constructor(
    private readonly posts: Posts,
    private readonly accounts: InboundAccounts,
    private readonly box: InboundBox,
  ) {}

  async of(district: number, threads: readonly string[]): Promise<readonly SourcePost[]> {
    const found = await this.posts.of(district, threads);
    return found.map((post) => this.opened(post));
  }

  private opened({ id, account: of, place, text }: SealedPost): SourcePost {
    const ref = JSON.parse(this.box.open(id, place)) as Ref;
    const account = this.accounts.find(of)?.account;
    const url = account && NETWORKS[account.network].link(ref, account.settings);
    const words = text === null ? '' : this.box.open(id, text);
    return { thread: id, text: words === '' ? null : words, url: url ?? null };
  }
}
