import { Injectable } from '@nestjs/common';
import { refKey, type Ref } from '@otklik/networks';
import { Logger } from '@otklik/observability';
import { HeardAccounts } from './heard-accounts.js';
import { HeardBox } from './heard-box.js';
import { type DuePost, Posts } from '../store/posts.js';

const AT_ONCE = 100;
const LEASE_MS = 60_000;
const PATIENCE_MS = 20_000;

/** Asks the networks for the posts above the comments that were heard. */
@Injectable()
export class ReadPosts {
  private readonly ending = new AbortController();

  constructor(
    private readonly posts: Posts,
    private readonly accounts: HeardAccounts,
    private readonly box: HeardBox,
    private readonly logger: Logger,
  ) {}

  /** Answers how many were asked for. */
  async readDue(): Promise<number> {
    const due = await this.posts.claim(AT_ONCE, LEASE_MS);
    const byAccount = Map.groupBy(due, ({ account }) => account);
    await Promise.all([...byAccount].map(([account, posts]) => this.read(account, posts)));
    return due.length;
  }

  stop(): void {
    this.ending.abort();
  }

  private async read(account: string, due: readonly DuePost[]): Promise<void> {
    const { channel } = this.accounts.find(account) ?? {};
    const refs = due.map((post) => JSON.parse(this.box.open(post.id, post.place)) as Ref);
    const signal = AbortSignal.any([this.ending.signal, AbortSignal.timeout(PATIENCE_MS)]);
    const told = (await channel?.posts?.(refs, signal)) ?? [];
    const texts = new Map(told.map(({ ref, text }) => [refKey(ref), text]));
    if (this.ending.signal.aborted) return;
    for (const [at, post] of due.entries()) {
      const text = texts.get(refKey(refs[at]!));
      if (text === undefined) this.logger.info('a post above comments was not told', { district: post.district });
      await this.posts.asked(post, text === undefined ? null : this.box.seal(post.id, text));
    }
  }
}
