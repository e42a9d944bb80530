import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import { Clock, compact, Refusal, uuidv5 } from '@otklik/kernel';
import { NETWORKS, type CapturedMessage } from '@otklik/networks';
import { Database, type Transaction } from '@otklik/tenancy';
import { MAX_HEARD, type AppealCommand } from '../../appeal/domain/appeal.commands.js';
import type { Placed } from '../domain/inbound-place.js';
import { AppealHandler } from '../../appeal/application/appeal-handler.js';
import { Files } from '../../files/application/files.js';
import { SubmitAppeal } from '../../appeal/application/submit-appeal.js';
import { WatchReactions } from './reactions/watch-reactions.js';
import { FetchFiles, type Fetched } from './fetch-files.js';
import { lateFiles, untoldEditions, untoldReading, type Folded } from './folded.js';
import type { InboundAccount } from './inbound-accounts.js';
import { InboundIds } from './inbound-ids.js';
import { Moves } from '../store/moves.js';
import { Names } from './names.js';
import { NoteReachability } from './reachability.js';
import { InboundMessages } from '../store/inbound-messages.js';
import type { InboundRow, PendingMessage } from '../store/inbound-rows.js';

type Begun = Exclude<Placed, { readonly is: 'WAIT' }>;
type Joining = Extract<Placed, { readonly appeal: string }>;
type Noted = Extract<AppealCommand, { type: 'NoteAtSource' }>['seen'];
export type Known = Pick<InboundRow, 'place' | 'appeal'>;

/** What of a message was applied now. */
type Applied = { readonly editions: readonly string[] } & Partial<Pick<InboundRow, 'removed' | 'fates'>>;
const untold: Applied = { editions: [] };

/** Applies one message, and its changes since, to its case. A repetition is recorded once. */
@Injectable()
export class TellMessage {
  constructor(
    private readonly database: Database,
    private readonly heard: InboundMessages,
    private readonly ids: InboundIds,
    private readonly fetch: FetchFiles,
    private readonly files: Files,
    private readonly submission: SubmitAppeal,
    private readonly appeals: AppealHandler,
    private readonly names: Names,
    private readonly reactions: WatchReactions,
    private readonly reachability: NoteReachability,
    private readonly moves: Moves,
    private readonly clock: Clock,
  ) {}

  /** There is nothing to tell of it yet. */
  held(row: PendingMessage, district: number): Promise<void> {
    return this.heard.settle(district, row);
  }

  async begin(of: InboundAccount, message: Folded, placed: Begun): Promise<Known> {
    if ('appeal' in placed) return this.join(of, message, placed);
    return placed.is === 'CASE' ? this.openCase(of, message) : { place: 'NONE', appeal: null };
  }

  /**
   * Our own message is known by its notice, often before the network shows it: that it appeared is recorded all the
   * same.
   */
  async known(of: InboundAccount, message: Folded, known: Known): Promise<Known> {
    if (known.place === 'OWN' && known.appeal !== null && message.heard.message.author.self)
      await this.noteOwn(of, message, known.appeal);
    return known;
  }

  /** A case that was withdrawn, struck or erased, or has too many, takes no more. */
  private async join(of: InboundAccount, message: Folded, { is: place, appeal, byApplicant }: Joining): Promise<Known> {
    if (place === 'OWN')
      return (await this.noteOwn(of, message, appeal)) ? { place, appeal } : { place: 'NONE', appeal: null };
    return (await this.add(of, message, appeal, byApplicant)) ? { place, appeal } : this.openCase(of, message);
  }

  /** Edits, removals and late pictures; then it is applied as far as it was captured. */
  async goOn(of: InboundAccount, message: Folded, known: Known): Promise<void> {
    const { id: district } = of.district;
    const late = known.appeal !== null && message.row.place !== null ? lateFiles(message) : [];
    const fetched = late.length > 0 ? await this.fetch.fetch(of, uuidv5(message.row.id, 'late'), late) : undefined;
    if (fetched && fetched.files.length > 0) await this.addFiles(of, message, known.appeal!, fetched.files);
    if (message.row.place === null) await this.watch(of, message, known);
    const { appeal } = known;
    if (appeal === null || !isChanged(message, known)) return this.heard.settle(district, toldNow(message, known));
    await this.database.scope(district).transaction(async (tx) => {
      const told = await this.noteFate(tx, of, message, appeal);
      const read = await this.noteReading(tx, of, message, known);
      await this.heard.settle(
        district,
        toldNow(message, known, { ...told, editions: [...told.editions, ...read] }),
        tx,
      );
      if (told.removed !== undefined) await this.reactions.stands(tx, district, message.row.id, !told.removed);
    });
  }

  /** Before the message is settled: what is interrupted between is done again. */
  private async watch(of: InboundAccount, { row, heard }: Folded, known: Known): Promise<void> {
    const { place, appeal } = known;
    if (place !== 'CASE' || appeal === null) return;
    await this.reactions.begun(of, appeal, row.id, heard.message.ref);
    await this.reachability.begun(of, appeal, heard.message.author.id);
  }

  private async openCase(of: InboundAccount, message: Folded): Promise<Known> {
    const { district, account } = of;
    const { row, heard, receivedAt } = message;
    const { author, text, files } = { ...heard.message, text: heard.original, files: heard.files };
    const [fetched, name] = await Promise.all([this.fetch.fetch(of, row.id, files), this.names.of(of, author)]);
    const { id: appeal } = await this.submission.submit(
      district,
      {
        submitter: { by: 'network', account: account.id },
        key: row.id,
        channel: 'NETWORK',
        identified: false,
        text,
        files: fetched.files,
        receivedAt,
        ...(await this.sourceOf(of, message, fetched)),
        ...writtenBefore(receivedAt, heard.message.at),
        ...compact({ name }),
        contact: { kind: 'NETWORK', value: `${account.network} ${author.id}` },
      },
      { ...this.command(of, uuidv5(row.id, 'case')), fingerprint: row.id },
    );
    return { place: 'CASE', appeal };
  }

  /** False when the case takes none. */
  private async add(of: InboundAccount, message: Folded, appeal: string, byApplicant: boolean): Promise<boolean> {
    const { author } = message.heard.message;
    const fetched = await this.fetch.fetch(of, message.row.id, message.heard.files);
    const other = byApplicant ? {} : await this.another(of, author);
    return this.supplement(of, appeal, {
      text: message.heard.original,
      byApplicant,
      ...other,
      commandId: uuidv5(message.row.id, 'addition'),
      files: fetched.files,
      ...(await this.sourceOf(of, message, fetched)),
    });
  }

  private async another(of: InboundAccount, author: CapturedMessage['author']) {
    const authorName = await this.names.of(of, author);
    return compact({ author: `${of.account.network} ${author.id}`, authorName });
  }

  private async addFiles(
    of: InboundAccount,
    message: Folded,
    appeal: string,
    files: readonly string[],
  ): Promise<boolean> {
    const commandId = uuidv5(message.row.id, JSON.stringify(['late', ...files]));
    return this.supplement(of, appeal, { text: '', commandId, files, ...(await this.sourceOf(of, message)) });
  }

  private async supplement(
    of: InboundAccount,
    appeal: string,
    {
      files,
      ...added
    }: Omit<Extract<AppealCommand, { type: 'SupplementAppeal' }>, 'type' | 'files'> & {
      readonly files: readonly string[];
    },
  ): Promise<boolean> {
    const { id: district } = of.district;
    return unlessRefused(async () => {
      const { state } = await this.appeals.load(district, appeal);
      if (state.status === 'NONE') return;
      const owner = { district, appeal, person: state.person };
      const claim = await this.files.claim(owner, files, MAX_HEARD.files);
      const { fileNames } = claim;
      await this.database.scope(district).transaction(async (tx) => {
        await claim.commit(tx);
        const named = compact({ files: claim.files, fileNames });
        const command = { type: 'SupplementAppeal', ...added, ...named } as const;
        await this.appeals.handle({ ...this.command(of, added.commandId), correlationId: appeal }, appeal, command, {
          tx,
        });
      });
    });
  }

  private async noteOwn(of: InboundAccount, message: Folded, appeal: string): Promise<boolean> {
    const { at } = message.heard.message;
    const { source, sourceRef } = await this.sourceOf(of, message);
    const seen = {
      type: 'OwnMessageSeen',
      text: message.heard.original,
      source,
      sourceRef,
      ...(at && { at }),
    } as const;
    return unlessRefused(() => this.note(of, appeal, uuidv5(message.row.id, 'own'), seen));
  }

  /** In the caller's transaction. */
  private async noteFate(tx: Transaction, of: InboundAccount, message: Folded, appeal: string): Promise<Applied> {
    const { row, heard, fateAt } = message;
    const where = { message: row.id, sourceRef: JSON.stringify(heard.message.ref) };
    const editions = untoldEditions(message);
    for (const { id, text, at } of editions)
      await this.note(of, appeal, id, { type: 'EditedAtSource', text, ...where, ...(at && { at }) }, tx);
    if (heard.removed === row.removed) return { editions: editions.map(({ id }) => id) };
    const fates = row.fates + 1;
    const type = heard.removed ? 'RemovedAtSource' : 'RestoredAtSource';
    const at = fateAt === undefined ? {} : { at: fateAt };
    await this.note(of, appeal, uuidv5(row.id, `fate ${fates}`), { type, ...where, ...at }, tx);
    return { editions: editions.map(({ id }) => id), removed: heard.removed, fates };
  }

  /** The ids of what was applied. */
  private async noteReading(
    tx: Transaction,
    of: InboundAccount,
    message: Folded,
    { place, appeal }: Known,
  ): Promise<readonly string[]> {
    const reading = untoldReading(message, place);
    if (!reading || appeal === null) return [];
    const { row, heard } = message;
    const where = { message: row.id, sourceRef: JSON.stringify(heard.message.ref) };
    await this.note(of, appeal, reading.id, { type: 'OwnMessageRead', ...where }, tx);
    return [reading.id];
  }

  private async note(of: InboundAccount, appeal: string, commandId: string, seen: Noted, tx?: Transaction) {
    const context = { ...this.command(of, commandId), correlationId: appeal };
    await this.appeals.handle(context, appeal, { type: 'NoteAtSource', seen, commandId }, tx ? { tx } : {});
  }

  /** A thread that moved is the one that it was: its cases stand together. */
  private async sourceOf(
    { district, account, channel }: InboundAccount,
    { row, heard }: Folded,
    { unavailable, unread }: Omit<Fetched, 'files'> = { unavailable: 0, unread: 0 },
  ) {
    const { ref } = heard.message;
    const url = NETWORKS[account.network].link(ref, account.settings);
    const here = this.ids.thread(district.id, ref);
    const thread = channel.capabilities.threadsMove ? await this.moves.originOf(district.id, here) : here;
    return compact({
      source: {
        network: account.network,
        account: account.id,
        kind: ref.kind,
        thread,
        message: row.id,
        ...(unavailable > 0 && { unavailable }),
        ...(unread > 0 && { unread }),
      },
      sourceRef: JSON.stringify(ref),
      sourceUrl: url,
    });
  }

  private command({ district }: InboundAccount, commandId: string): Omit<CommandContext, 'correlationId'> {
    const actor = { kind: 'system', id: 'intake.networks' } as const;
    return { district: district.id, commandId, at: this.clock.now(), actor };
  }
}

/** Edited, removed, restored or read since it was last applied. */
function isChanged(message: Folded, { place }: Known): boolean {
  const isElsewhere = message.heard.removed !== message.row.removed;
  return isElsewhere || untoldEditions(message).length > 0 || untoldReading(message, place) !== undefined;
}

function toldNow({ row, pieces }: Folded, known: Known, { editions, ...fate }: Applied = untold): InboundRow {
  const told = [...new Set([...row.told, ...pieces.map(({ ref }) => ref), ...editions])];
  return { ...row, ...known, ...fate, told };
}

/** False when the domain refuses. */
async function unlessRefused(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** A network's clock that runs ahead of ours tells nothing. */
function writtenBefore(receivedAt: string, at: string | undefined): { readonly writtenAt?: string } {
  if (at === undefined || Date.parse(at) > Date.parse(receivedAt)) return {};
  return { writtenAt: new Date(at).toISOString() };
}
