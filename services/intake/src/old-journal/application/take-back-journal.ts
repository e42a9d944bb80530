import { Injectable } from '@nestjs/common';
import type { EventActor } from '@otklik/contracts/envelope';
import { EventStore, domainEvent, prepareAppend, type AppendRequest } from '@otklik/event-store';
import { Clock, fold, uuidv5, VersionConflict } from '@otklik/kernel';
import { Database, type District, type Transaction } from '@otklik/tenancy';
import { KeyKeeper } from '@otklik/vault';
import { appealParts } from '../../appeal/application/appeal-handler.js';
import { personId } from '../../appeal/application/submission-key.js';
import { appeal as appeals, decide } from '../../appeal/domain/appeal.decide.js';
import type { AppealEvent } from '../../appeal/domain/appeal.js';
import { OldJournalLoads } from '../store/old-journal-loads.js';
import { OldJournalRows } from '../store/old-journal-rows.js';

/** Something was done with appeals of the import since: it is not taken back. */
export class JournalInUse extends Error {
  override readonly name = 'JournalInUse';

  constructor(readonly appeals: readonly string[]) {
    super(`Something was done with ${appeals.length} appeal(s) of the import.`);
  }
}

/** In the ledger of erasures. */
const GROUND = 'OLD_JOURNAL_REMOVED';
const AT_ONCE = 200;
const NIL = '00000000-0000-0000-0000-000000000000';

export interface TakingBack {
  readonly district: District;
  readonly load: string;
  readonly actor: EventActor;
  readonly reason?: string | undefined;
  readonly signal?: AbortSignal;
}

/** Both 0: there is no such import, or it was taken back. */
export interface TakenBack {
  readonly removed: number;
  /** Not removed yet: it was interrupted. */
  readonly left: number;
}

type RemovedBy = Pick<TakingBack, 'district' | 'load' | 'actor'> & { readonly at: string };

interface RemovedBatch {
  readonly removed: number;
  readonly held: readonly string[];
  /** Absent: there are no more. */
  readonly last?: string;
}

@Injectable()
export class TakeBackJournal {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly vault: KeyKeeper,
    private readonly rows: OldJournalRows,
    private readonly loads: OldJournalLoads,
    private readonly clock: Clock,
  ) {}

  /**
   * All appeals of the import, or none where something was done with one. It is marked first, then they are removed in batches, so that no
   * long transaction holds up what reads the log; an interrupted one goes on when it is called again. Of each the fact is recorded and the
   * person's key destroyed; in the end the numbers are given back where none was given after them. Throws `JournalInUse`.
   */
  async takeBack({ district, load, actor, reason, signal }: TakingBack): Promise<TakenBack> {
    if (!(await this.mark(district, load, reason))) return { removed: 0, left: 0 };
    let removed = 0;
    const held: string[] = [];
    for (let after = NIL; ;) {
      if (signal?.aborted) break;
      const batch = await this.removeBatch({ district, load, actor, at: this.clock.now() }, after);
      removed += batch.removed;
      held.push(...batch.held);
      if (batch.last === undefined) break;
      after = batch.last;
    }
    // Put on hold while it was removed: what is not held is gone, and the rest goes when it is called again.
    if (held.length > 0) throw new JournalInUse(held);
    return { removed, left: await this.end(district, load) };
  }

  /** Answers false where there is no such import, or it was taken back. */
  private mark(district: District, load: string, reason: string | undefined): Promise<boolean> {
    return this.database.scope(district.id).transaction(async (tx) => {
      await this.loads.lock(tx, district.id);
      const found = await this.loads.find(tx, district.id, load);
      if (!found || found.state === 'REMOVED') return false;
      if (found.state === 'REMOVING') return true;
      const used = await this.rows.usedOf(tx, district.id, load);
      if (used.length > 0) throw new JournalInUse(used);
      await this.loads.markRemoving(tx, district.id, load, reason);
      return true;
    });
  }

  private removeBatch(by: RemovedBy, after: string): Promise<RemovedBatch> {
    const { district, load } = by;
    return this.database.scope(district.id).transaction(async (tx) => {
      await this.loads.lock(tx, district.id);
      const streams = await this.rows.appealsAfter(tx, district.id, load, after, AT_ONCE);
      if (streams.length === 0) return { removed: 0, held: [] };
      const held = await this.remove(tx, by, streams);
      const gone = streams.filter((stream) => !held.includes(stream));
      await this.rows.remove(tx, district.id, gone);
      return { removed: gone.length, held, last: streams.at(-1)! };
    });
  }

  /** Answers how many are left; where none is, the import is taken back. */
  private end(district: District, load: string): Promise<number> {
    return this.database.scope(district.id).transaction(async (tx) => {
      await this.loads.lock(tx, district.id);
      const left = await this.rows.countOf(tx, district.id, load);
      if (left > 0) return left;
      await this.loads.markRemoved(tx, district.id, load, this.clock.now());
      await this.rows.release(tx, district.id, load);
      return 0;
    });
  }

  /** Answers those that are on hold, which stay. */
  private async remove(tx: Transaction, by: RemovedBy, streams: readonly string[]): Promise<readonly string[]> {
    const { district, load, actor, at } = by;
    const keys = streams.map((stream) => ({ district: district.id, stream }));
    const requests: AppendRequest[] = [];
    const held: string[] = [];
    for (const events of (await this.store.readAll(keys, { tx })).values()) {
      const appeal = events[0]!.stream;
      const state = fold(appeals, events.map(domainEvent<AppealEvent>));
      const isHeld = state.status !== 'NONE' && state.published.legalHold !== undefined;
      if (isHeld) held.push(appeal);
      // Erased at the end of its term of storage: nothing is left to be removed.
      if (isHeld || state.status === 'ERASED') continue;
      const decided = decide({ type: 'RemoveWithOldJournal', load }, state);
      const commandId = uuidv5(appeal, 'take back');
      const context = { district: district.id, actor, commandId, correlationId: appeal, at };
      const before = { state, version: events.at(-1)!.version, correlationId: appeal };
      requests.push((await prepareAppend(appealParts(this.vault), context, appeal, before, decided, tx)).request);
    }
    const appended = requests.length === 0 ? [] : await this.store.appendAll(requests, { tx });
    if (appended.some((result) => result === undefined)) throw new VersionConflict(1, 2);
    for (const appeal of streams)
      if (!held.includes(appeal)) await this.vault.destroy(tx, district.id, personId(appeal), GROUND);
    return held;
  }
}
