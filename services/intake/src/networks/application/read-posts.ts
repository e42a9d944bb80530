import { Injectable } from '@nestjs/common';
import { PerformWork, type ClaimedWork, type Performed } from '@otklik/host';
import { refKey, type Ref } from '@otklik/networks';
import { Logger } from '@otklik/observability';
import { InboundAccounts } from './inbound-accounts.js';
import { InboundBox } from './inbound-box.js';
import { Posts, READ_POST, type SealedPost } from '../store/posts.js';

const AT_ONCE = 100;
const LEASE_MS = 60_000;
const PATIENCE_MS = 20_000;
const BACKOFF = { firstMs: 15_000, maxMs: 3_600_000 };
const TRIES = 8;

/** Requests the posts above the received comments from the networks. */
@Injectable()
export class ReadPosts {
  private readonly ending = new AbortController();

  constructor(
    private readonly posts: Posts,
    private readonly work: PerformWork,
    private readonly accounts: InboundAccounts,
    private readonly box: InboundBox,
    private readonly logger: Logger,
  ) {}

  /** Answers how many were asked for. */
  readDue(): Promise<number> {
    return this.work.performDue({
      kind: READ_POST,
      atOnce: AT_ONCE,
      leaseMs: LEASE_MS,
      backoff: BACKOFF,
      maxAttempts: TRIES,
      together: (works) => this.read(works),
      perform: async (work) => (await this.read([work]))[0]!,
    });
  }

  stop(): void {
    this.ending.abort();
  }

  /** Of one district: each account is asked once. */
  private async read(works: readonly ClaimedWork<object>[]): Promise<readonly Performed[]> {
    const { district } = works[0]!;
    const keys = works.map(({ key }) => key);
    const posts = await this.posts.of(district, keys);
    const byAccount = [...Map.groupBy(posts, ({ account }) => account)];
    const told = await Promise.all(byAccount.map(([account, due]) => this.askedFor(account, due)));
    if (this.ending.signal.aborted) return works.map(() => ({ againInMs: 0 }));
    const texts = new Map(told.flat());
    return Promise.all(works.map((work) => this.asked(work, texts.get(work.key))));
  }

  /** Texts by post, where the network returned them. */
  private async askedFor(account: string, due: readonly SealedPost[]): Promise<readonly (readonly [string, string])[]> {
    const { channel } = this.accounts.find(account) ?? {};
    const refs = due.map((post) => JSON.parse(this.box.open(post.id, post.place)) as Ref);
    const signal = AbortSignal.any([this.ending.signal, AbortSignal.timeout(PATIENCE_MS)]);
    const told = (await channel?.posts?.(refs, signal)) ?? [];
    const ids = new Map(refs.map((ref, at) => [refKey(ref), due[at]!.id]));
    return told.flatMap(({ ref, text }) => {
      const id = ids.get(refKey(ref));
      return id === undefined ? [] : [[id, text] as const];
    });
  }

  /** A missing post is requested again some times. */
  private async asked({ district, key, attempts }: ClaimedWork<object>, text: string | undefined): Promise<Performed> {
    if (text === undefined) this.logger.info('reading the post above comments failed', { district });
    if (text === undefined && attempts < TRIES) return 'RETRY';
    await this.posts.asked(district, key, text === undefined ? null : this.box.seal(key, text));
    return text === undefined ? 'GAVE_UP' : 'DONE';
  }
}
