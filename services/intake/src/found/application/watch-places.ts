import { Injectable } from '@nestjs/common';
import { PerformWork, type ClaimedWork, type Performed } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { NETWORKS, type CapturedMessage, type PlaceRead } from '@otklik/networks';
import { counter, Logger } from '@otklik/observability';
import { Database, Directory, type Community, type District } from '@otklik/tenancy';
import { InboundAccounts, type InboundAccount } from '../../networks/application/inbound-accounts.js';
import { InboundBox } from '../../networks/application/inbound-box.js';
import { InboundIds } from '../../networks/application/inbound-ids.js';
import { plainText, wordFinder } from '../domain/found-words.js';
import { FoundMessages, type NewFound } from '../store/found-messages.js';
import { READ_PLACE, WatchedPlaces } from '../store/watched-places.js';

const AT_ONCE = 30;
/** All communities of a district, one after the other, at the pace of the network's limit. */
const LEASE_MS = 900_000;
const PATIENCE_MS = 30_000;
const BACKOFF = { firstMs: 60_000, maxMs: 3_600_000 };
/** None is given up: by the longest wait these are decades. */
const MAX_ATTEMPTS = 500_000;
/** What was written before a community was watched, and what is older than the reading can have missed, is history. */
const BEFORE_MS = 86_400_000;
const MISSED_MS = 3 * 86_400_000;
const HOUR_MS = 3_600_000;
/** When a community is read again. What is wrong with the key, the address or the wall mends itself in no minutes. */
const AGAIN_MS = {
  NONE: 600_000,
  LIMIT: HOUR_MS,
  TOKEN: HOUR_MS,
  NO_ACCOUNT: HOUR_MS,
  CLOSED: 6 * HOUR_MS,
  GONE: 6 * HOUR_MS,
  NO_COMMUNITY: 6 * HOUR_MS,
} as const;

type Read = Omit<PlaceRead, 'problem'> & { readonly problem?: keyof typeof AGAIN_MS | 'UNREACHABLE' };

const found = counter('otklik_found_messages_total', 'Messages found in watched communities', []);
const readings = counter('otklik_watched_place_readings_total', 'Readings of watched communities, by problem', [
  'problem',
]);

/** The account by whose key public places are read: a district has one page in a network. */
export function readerOf(accounts: InboundAccounts, { id }: District): InboundAccount | undefined {
  return accounts.all().find(({ district, channel }) => district.id === id && channel.readPlace);
}

/** Reads what people write in the communities that a district's file names, by the shared work queue, within the network's limits. */
@Injectable()
export class WatchPlaces {
  private readonly ending = new AbortController();
  /** The lists that were tended, by district. */
  private readonly tended = new Map<number, string>();

  constructor(
    private readonly directory: Directory,
    private readonly accounts: InboundAccounts,
    private readonly places: WatchedPlaces,
    private readonly messages: FoundMessages,
    private readonly ids: InboundIds,
    private readonly box: InboundBox,
    private readonly work: PerformWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Answers how many were read. */
  async watchDue(): Promise<number> {
    for (const district of this.directory.districts()) await this.tend(district);
    return this.work.performDue({
      kind: READ_PLACE,
      atOnce: AT_ONCE,
      leaseMs: LEASE_MS,
      backoff: BACKOFF,
      maxAttempts: MAX_ATTEMPTS,
      // Those of one district go by one key, so one after the other.
      together: async (works) => {
        const performed: Performed[] = [];
        for (const work of works) performed.push(await this.read(work));
        return performed;
      },
      perform: (work) => this.read(work),
    });
  }

  /** What is under way is abandoned, and read again. */
  stop(): void {
    this.ending.abort();
  }

  private async tend({ id, communities }: District): Promise<void> {
    const watched = communities?.list ?? [];
    const list = JSON.stringify(watched);
    const known = this.tended.get(id) ?? '[]';
    if (known === list) return;
    const codes = watched.map(({ code }) => code).sort();
    // What was mended in the file is read now, and not when it was put off to.
    await this.places.tend(id, codes, { at: this.clock.now(), atOnce: this.tended.has(id) });
    this.tended.set(id, list);
  }

  private async read({ district: id, key: code }: ClaimedWork<object>): Promise<Performed> {
    const district = this.directory.districtById(id);
    const community = district?.communities?.list.find((one) => one.code === code);
    const standing = await this.places.position(id, code);
    // It is watched no longer.
    if (!district || !community || !standing) return 'DONE';
    const of = readerOf(this.accounts, district);
    const read: Read = of
      ? await this.readBy(of, community, standing)
      : { messages: [], position: standing.position, problem: 'NO_ACCOUNT' };
    if (this.ending.signal.aborted) return { againInMs: 0 };
    await this.keep(district, community, of, read);
    return this.readAgain(id, read.problem);
  }

  private readAgain(district: number, problem: Read['problem']): Performed {
    readings.inc({ problem: problem ?? 'NONE' });
    if (problem === 'UNREACHABLE') return 'RETRY';
    if (problem !== undefined) this.logger.info('a watched community was not read', { district, code: problem });
    return { againInMs: AGAIN_MS[problem ?? 'NONE'] };
  }

  private async readBy(
    { channel }: InboundAccount,
    { address }: Community,
    { since, position }: { readonly since: Date; readonly position: string | null },
  ): Promise<Read> {
    const from = Math.max(since.getTime() - BEFORE_MS, Date.parse(this.clock.now()) - MISSED_MS);
    const signal = AbortSignal.any([this.ending.signal, AbortSignal.timeout(PATIENCE_MS)]);
    return channel.readPlace!({ address, since: new Date(from).toISOString(), position }, signal);
  }

  private async keep(
    { id }: District,
    community: Community,
    of: InboundAccount | undefined,
    { messages, position, problem }: Read,
  ): Promise<void> {
    const isSought = wordFinder(community.words ?? []);
    const rows = of ? messages.filter(({ text }) => isSought(text)).map((one) => this.rowOf(of, community, one)) : [];
    const at = this.clock.now();
    const count = await this.database.scope(id).transaction(async (tx) => {
      await this.places.read(tx, id, community.code, { position, problem: problem ?? null, at });
      return this.messages.keep(tx, id, rows, at);
    });
    found.inc({}, count);
  }

  private rowOf({ district, account }: InboundAccount, { code }: Community, message: CapturedMessage): NewFound {
    const id = this.ids.ref(district.id, message.ref);
    const plain = plainText(message.text);
    return {
      id,
      account: account.id,
      community: code,
      url: NETWORKS[account.network].link(message.ref, account.settings) ?? '',
      sealed: this.box.seal(id, JSON.stringify(message)),
      same: plain === undefined ? null : this.ids.text(district.id, plain),
      writtenAt: message.at ?? null,
    };
  }
}
