import { Injectable } from '@nestjs/common';
import { EventStore, prepareAppend, type AppendRequest, type CommandContext } from '@otklik/event-store';
import { batched, localDate, Refusal, VersionConflict } from '@otklik/kernel';
import { Database, type District, type Transaction } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { decide, demandRegistrable } from '../domain/appeal.decide.js';
import type { AppealState } from '../domain/appeal.js';
import { registrationNumber, seriesOf, type Series } from '../domain/registration.js';
import { AppealHandler, appealParts, type LoadedAppeal } from './appeal-handler.js';
import { FollowUpCodes } from '../store/follow-up-codes.js';
import { NumberSeries } from '../store/number-series.js';
import { RegisterAppeal, registerCommand } from './register-appeal.js';

export interface InBulk {
  readonly id: string;
  readonly context: CommandContext;
  /** Its state, if the caller has it; else it is read. */
  readonly known?: LoadedAppeal;
}

/** Throws `Refusal`, `VersionConflict`. */
export type RegisterOne = (one: InBulk) => Promise<void>;

const MAX_BATCH = 50;

/** An appeal to be registered, with its state. */
interface Candidate extends InBulk {
  readonly version: number;
  readonly state: AppealState;
  readonly series: Series;
}

@Injectable()
export class RegisterInBulk {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly vault: Vault,
    private readonly appeals: AppealHandler,
    private readonly registration: RegisterAppeal,
    private readonly numbers: NumberSeries,
    private readonly codes: FollowUpCodes,
  ) {}

  /**
   * Batches concurrent registrations of one district into few transactions: each locks the series' rows first, then appends
   * all or nothing. Appeals that the rules refuse, and all of a batch with a conflict, are registered one by one
   * (`RegisterAppeal`).
   */
  in(district: District): RegisterOne {
    const registerBatched = batched(async (wanted: readonly InBulk[]): Promise<readonly boolean[]> => {
      const read = await Promise.all(wanted.map((one) => this.candidate(district, one)));
      const candidates = read.filter((one) => one !== undefined);
      try {
        await this.database.scope(district.id).transaction((tx) => this.registerAll(district, candidates, tx));
        return read.map((one) => one !== undefined);
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        return wanted.map(() => false);
      }
    }, MAX_BATCH);
    return async (one) => {
      if (!(await registerBatched(one))) await this.registration.register({ district, ...one });
    };
  }

  /** Undefined when the rules refuse it or it was registered before: `RegisterAppeal` then returns or refuses. */
  private async candidate(district: District, one: InBulk): Promise<Candidate | undefined> {
    const { state, version } = one.known ?? (await this.appeals.load(district.id, one.id));
    try {
      demandRegistrable(state);
      return { ...one, version, state, series: seriesOf(state.regime, localDate(one.context.at, district.zone)) };
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  private async registerAll(district: District, candidates: readonly Candidate[], tx: Transaction): Promise<void> {
    const numbers: { readonly appeal: string; readonly number: string }[] = [];
    const requests: AppendRequest[] = [];
    for (const [series, members] of bySeries(candidates)) {
      const last = await this.numbers.take(tx, district.id, series, members.length);
      for (const [at, member] of members.entries()) {
        const serial = last - members.length + 1 + at;
        requests.push(await this.requestOf(district, member, serial));
        numbers.push({ appeal: member.id, number: registrationNumber(district.policy.numberPrefix, series, serial) });
      }
    }
    const appended = await this.store.appendAll(requests, { tx });
    // Another process registered one of them: the rollback gives the numbers back.
    if (appended.some((result) => result === undefined)) throw new VersionConflict('exists', 0);
    await this.codes.alsoBy(tx, district.id, numbers);
  }

  private async requestOf(
    district: District,
    { id, context, version, state, series }: Candidate,
    serial: number,
  ): Promise<AppendRequest> {
    const decided = decide(registerCommand(district, context.at, series, serial), state);
    const before = { state, version, correlationId: context.correlationId };
    return (await prepareAppend(appealParts(this.vault), context, id, before, decided)).request;
  }
}

/** Sorted, so that two processes lock the series in the same order and do not deadlock. */
function bySeries(candidates: readonly Candidate[]): readonly (readonly [Series, readonly Candidate[]])[] {
  const groups = Map.groupBy(candidates, ({ series }) => `${series.journal}/${series.year}`);
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, members]) => [members[0]!.series, members] as const);
}
