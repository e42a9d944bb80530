import { Injectable } from '@nestjs/common';
import type { Captured, CapturedMessage, CapturedPost, Ref } from '@otklik/networks';
import { counter, Logger } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import { HintReactions } from './reactions/hint-reactions.js';
import { InboundAccounts, type InboundAccount } from './inbound-accounts.js';
import { InboundBox } from './inbound-box.js';
import { InboundIds } from './inbound-ids.js';
import { InboundMessages } from '../store/inbound-messages.js';
import type { CapturedRow, Dialogue } from '../store/inbound-rows.js';
import { Listenings } from '../store/listening.js';
import { type Move, Moves } from '../store/moves.js';
import { Posts, type SealedPost } from '../store/posts.js';
import { NoteReachability } from './reachability.js';

/** A delivery as its fact tells of it. */
export interface Kept {
  readonly stream: string;
  readonly at: string;
  readonly account: string;
  readonly event: string;
}

/** Others of an album follow within a moment. */
const ALBUM_MS = 2_000;

const read = counter('otklik_network_read_total', 'Deliveries of networks, by kind', ['network', 'kind']);

interface Decoded extends Pick<CapturedRow, 'at' | 'delivery'> {
  readonly of: InboundAccount;
  readonly captured: readonly Captured[];
}

type MessageChange = Extract<Captured, { readonly kind: 'message' | 'edited' | 'removed' | 'restored' | 'read' }>;

/** Reads what was delivered, and stores what concerns messages, sealed, until it is applied to a case. */
@Injectable()
export class Capture {
  constructor(
    private readonly accounts: InboundAccounts,
    private readonly heard: InboundMessages,
    private readonly ids: InboundIds,
    private readonly box: InboundBox,
    private readonly listenings: Listenings,
    private readonly hints: HintReactions,
    private readonly posts: Posts,
    private readonly moves: Moves,
    private readonly reachability: NoteReachability,
    private readonly logger: Logger,
  ) {}

  async deliveries(tx: Transaction, district: number, kept: readonly Kept[]): Promise<void> {
    const bodies = await this.heard.bodies(
      tx,
      district,
      kept.map(({ stream }) => stream),
    );
    const decoded = kept.flatMap(({ stream, at, account: id, event }) => {
      const sealed = bodies.get(stream);
      const of = this.accounts.find(id);
      if (!of) this.logger.info('network delivery skipped: its account no longer exists', { district });
      if (sealed === undefined || !of) return [];
      return [{ of, captured: of.channel.decode(event, this.box.openBody(stream, sealed)), at, delivery: stream }];
    });
    await this.keep(tx, district, decoded);
    await this.listenings.heardOf(tx, district, [...new Set(decoded.map(({ of }) => of.account.id))].sort());
  }

  /** `at`: when we got it. */
  async caughtUp(tx: Transaction, of: InboundAccount, captured: readonly Captured[], at: string): Promise<void> {
    await this.keep(tx, of.district.id, [{ of, captured, at, delivery: null }]);
  }

  private async keep(tx: Transaction, district: number, decoded: readonly Decoded[]): Promise<void> {
    const rows: CapturedRow[] = [];
    const dialogues = new Map<string, Dialogue>();
    for (const { of, captured, ...from } of decoded) {
      for (const { kind } of captured) read.inc({ network: of.account.network, kind });
      for (const one of captured.filter(isTold)) {
        rows.push(this.rowOf(of, one, from));
        if (one.ref.kind === 'DIRECT') this.note(dialogues, of, one.ref);
      }
      if (captured.some(({ kind }) => kind === 'health'))
        await this.listenings.lookAtOnce(tx, { district, account: of.account.id });
    }
    await this.heard.keep(tx, district, rows);
    for (const dialogue of dialogues.values()) await this.heard.dialogue(tx, district, dialogue);
    await this.keepPosts(tx, district, decoded);
    const moves = decoded.flatMap(({ of, captured, at }) => captured.flatMap((one) => this.moveOf(of, one, at)));
    await this.moves.keep(tx, district, moves);
    for (const heard of Map.groupBy(decoded, ({ of }) => of.account.id).values())
      await this.reachability.note(tx, heard[0]!.of, heard);
    for (const { of, captured, at } of decoded) await this.hints.note(tx, of, captured, at);
  }

  /** What was delivered of posts, and the threads whose post is unknown. */
  private async keepPosts(tx: Transaction, district: number, decoded: readonly Decoded[]): Promise<void> {
    const told = new Map<string, SealedPost>();
    const published = new Map<string, string>();
    const threads = { asked: new Map<string, SealedPost>(), told: new Map<string, SealedPost>() };
    for (const { of, captured } of decoded) {
      const isAsked = of.channel.capabilities.receive.posts === 'asked';
      for (const one of captured.filter(isOfPost)) {
        const post = this.postOf(of, one.ref, one.kind === 'post' ? one.text : null);
        if (one.kind === 'post' && one.origin) published.set(this.ids.ref(district, one.origin), post.id);
        (one.kind === 'post' ? told : threads[isAsked ? 'asked' : 'told']).set(post.id, post);
      }
    }
    await this.posts.told(tx, district, [...told.values()]);
    await this.heard.published(tx, district, published);
    await this.posts.note(tx, district, [...threads.asked.values()], true);
    await this.posts.note(tx, district, [...threads.told.values()], false);
  }

  private moveOf({ district, account }: InboundAccount, one: Captured, heardAt: string): readonly Move[] {
    if (one.kind !== 'moved') return [];
    const [origin, current] = [one.from, one.to].map((ref) => this.ids.thread(district.id, ref)) as [string, string];
    const place = this.box.seal(origin, one.to.thread);
    return [{ origin, current, account: account.id, place, at: one.at ?? heardAt }];
  }

  private postOf({ district, account: of }: InboundAccount, ref: Ref, text: string | null): SealedPost {
    const id = this.ids.thread(district.id, ref);
    const { account, kind, thread } = ref;
    const place = this.box.seal(id, JSON.stringify({ account, kind, thread }));
    return { id, account: of.id, place, text: text === null ? null : this.box.seal(id, text) };
  }

  private note(
    dialogues: Map<string, Dialogue>,
    { district, account }: InboundAccount,
    ref: MessageChange['ref'],
  ): void {
    const id = this.ids.thread(district.id, ref);
    dialogues.set(id, { id, account: account.id, sealed: this.box.seal(id, ref.thread) });
  }

  private rowOf(of: InboundAccount, told: MessageChange, from: Pick<CapturedRow, 'at' | 'delivery'>): CapturedRow {
    const district = of.district.id;
    const ref = this.ids.ref(district, told.ref);
    const said = told.kind === 'message' ? told : undefined;
    const message = said?.album === undefined ? ref : this.ids.album(district, told.ref, said.album);
    const lane = told.ref.kind === 'DIRECT' ? this.ids.thread(district, told.ref) : message;
    const json = JSON.stringify(told);
    return {
      ref,
      message,
      lane,
      account: of.account.id,
      ...from,
      id: this.ids.content(district, ref, contentOf(told, json, from.delivery)),
      sealed: this.box.seal(ref, json),
      ...(said && { said: this.saidBy(of, said) }),
      patience: said?.album === undefined ? 0 : ALBUM_MS,
    };
  }

  private saidBy({ district, account }: InboundAccount, { ref, replyTo, author }: CapturedMessage) {
    return {
      author: this.ids.author(district.id, account.network, author.id),
      replyTo: replyTo === undefined ? null : this.ids.ref(district.id, { ...ref, id: replyTo }),
    };
  }
}

/** VK edits carry no timestamp, so each delivery counts as a new edit: A→B→A is stored three times. */
function contentOf(told: MessageChange, json: string, delivery: string | null): string {
  return told.kind === 'message' || told.at !== undefined || delivery === null ? json : `${json} ${delivery}`;
}

function isTold(captured: Captured): captured is MessageChange {
  return ['message', 'edited', 'removed', 'restored', 'read'].includes(captured.kind);
}

function isOfPost(captured: Captured): captured is CapturedPost | CapturedMessage {
  return captured.kind === 'post' || (captured.kind === 'message' && captured.ref.kind === 'COMMENT');
}
