import type { FactOf } from '@otklik/contracts/declare-event';
import type { Identification } from '@otklik/contracts/enumerations';
import type { AppealRegistered } from '@otklik/contracts/intake.events';
import { Injectable } from '@nestjs/common';
import { demandSeen, domainEvent, EventStore, type CommandContext, type RecordedEvent } from '@otklik/event-store';
import { fold, localDate, refuse, VersionConflict } from '@otklik/kernel';
import { Database, Directory, type District, type Transaction } from '@otklik/tenancy';
import { appeal, demandRegistrable, type AppealCommand } from '../domain/appeal.decide.js';
import { numberOf, type AppealEvent, type AppealState } from '../domain/appeal.js';
import { isMessage } from '@otklik/case/regime';
import { registrationNumber, seriesOf, type Series } from '../domain/registration.js';
import { advisoryFacts, AppealHandler } from './appeal-handler.js';
import { FollowUpCodes } from '../store/follow-up-codes.js';
import { keyedMutex } from './keyed-mutex.js';
import { NumberSeries } from '../store/number-series.js';

export interface Registered {
  readonly number: string;
  readonly version: number;
}

export interface Registering {
  readonly district: District;
  readonly id: string;
  readonly context: CommandContext;
  /** Absent for a registration by policy. */
  readonly expectedVersion?: number;
  /** Refuses a message that was turned into an appeal meanwhile: the registrar registers it. */
  readonly messagesOnly?: boolean;
}

/** How the sender of a registered message was identified. */
export interface Turning {
  readonly id: string;
  readonly expectedVersion: number;
  readonly identification: Identification;
  readonly identifiedBy: string;
}

const MAX_ATTEMPTS = 3;

/** The command is a repetition: rolls the transaction back, and with it the number taken. */
class AlreadyRegistered extends Error {
  override readonly name = 'AlreadyRegistered';

  constructor(readonly registered: Registered) {
    super('already registered');
  }
}

@Injectable()
export class RegisterAppeal {
  private readonly exclusively = keyedMutex();

  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly appeals: AppealHandler,
    private readonly numbers: NumberSeries,
    private readonly codes: FollowUpCodes,
    private readonly directory: Directory,
  ) {}

  /**
   * Registers in a transaction of its own: the series' row is locked first, then the event is appended, both or neither,
   * so the series has no gap and no repetition (59-FZ art. 8(2)). Throws `Refusal`, `VersionConflict`,
   * `IdempotencyKeyReused`.
   */
  async register(registering: Registering): Promise<Registered> {
    for (let left = MAX_ATTEMPTS; ; left -= 1) {
      try {
        const { id } = registering.district;
        const scope = this.database.scope(id);
        return await this.exclusively(id, () => scope.transaction((tx) => this.within(registering, tx)));
      } catch (error) {
        if (error instanceof AlreadyRegistered) return error.registered;
        const isRetryable = error instanceof VersionConflict && registering.expectedVersion === undefined && left > 1;
        if (!isRetryable) throw error;
      }
    }
  }

  /** Registers a message that was taken up, if the district's policy says so. */
  async byPolicy(context: CommandContext, id: string, tx: Transaction): Promise<void> {
    const district = this.directory.districtById(context.district);
    if (!district) throw new TypeError(`The directory has no district ${context.district}`);
    if (district.policy.autoRegisterMessages) await this.within({ district, id, context, messagesOnly: true }, tx);
  }

  /**
   * As `register`, within the caller's transaction. A refusal is thrown before the number is taken, so that a caller that
   * commits after it leaves no gap; any other error must roll the transaction back.
   */
  async within(registering: Registering, tx: Transaction): Promise<Registered> {
    const { district, id, context, expectedVersion } = registering;
    const recorded = await this.store.read(district.id, id, 0, { tx });
    const version = recorded.at(-1)?.version ?? 0;
    const state = fold(appeal, recorded.map(domainEvent<AppealEvent>));
    const earlier = recorded.find(({ commandId }) => commandId === context.commandId);
    if (!earlier) demandSeen(recorded, expectedVersion, advisoryFacts);
    const command = earlier ? commandOf(earlier) : await this.numberedCommand(registering, state, tx);
    const handled = await this.appeals.handle(context, id, command, {
      tx,
      expectedVersion: earlier ? (expectedVersion ?? version) : version,
    });
    const registered = { number: numberIn(handled.state), version: handled.version };
    if (!earlier && handled.events.length === 0) throw new AlreadyRegistered(registered);
    await this.codes.alsoBy(tx, district.id, [{ appeal: id, number: registered.number }]);
    return registered;
  }

  /**
   * As `register`, of a message that has its number already: as an appeal it gets another one, in the journal of appeals. The
   * series' row is locked first, the facts are appended together.
   */
  async turn(context: CommandContext, district: District, turning: Turning): Promise<Registered> {
    const { id, expectedVersion, identification, identifiedBy } = turning;
    const scope = this.database.scope(district.id);
    return this.exclusively(district.id, () =>
      scope.transaction(async (tx) => {
        const series = seriesOf('APPEAL_59FZ', localDate(context.at, district.zone));
        const { type: _, ...registration } = registerCommand(
          district,
          context.at,
          series,
          await this.numbers.take(tx, district.id, series, 1),
        );
        const command = { type: 'TurnIntoAppeal', identification, identifiedBy, registration } as const;
        const handled = await this.appeals.handle(context, id, command, { tx, expectedVersion });
        const registered = { number: numberIn(handled.state), version: handled.version };
        if (handled.events.length === 0) throw new AlreadyRegistered(registered);
        await this.codes.alsoBy(tx, district.id, [{ appeal: id, number: registered.number }]);
        return registered;
      }),
    ).catch(earlierResult);
  }

  /** Takes the next number, after refusing an appeal that may not be registered. */
  private async numberedCommand(
    { context: { at }, district, messagesOnly }: Registering,
    state: AppealState,
    tx: Transaction,
  ): Promise<RegisterCommand> {
    demandRegistrable(state);
    if (messagesOnly && !isMessage(state.regime)) refuse('APPEAL_STATE_FORBIDS');
    const series = seriesOf(state.regime, localDate(at, district.zone));
    return registerCommand(district, at, series, await this.numbers.take(tx, district.id, series, 1));
  }
}

function earlierResult(error: unknown): Registered {
  if (error instanceof AlreadyRegistered) return error.registered;
  throw error;
}

/** The command of the recorded event: its repetition gets the first result. */
function commandOf(recorded: RecordedEvent): RegisterCommand {
  const { number, year, serial, registeredOn, zone } = domainEvent<FactOf<typeof AppealRegistered>>(recorded);
  return { type: 'RegisterAppeal', number, year, serial, registeredOn, zone };
}

type RegisterCommand = Extract<AppealCommand, { type: 'RegisterAppeal' }>;

export function registerCommand(
  { zone, policy }: District,
  at: string,
  series: Series,
  serial: number,
): RegisterCommand {
  const number = registrationNumber(policy.numberPrefix, series, serial);
  return { type: 'RegisterAppeal', number, year: series.year, serial, registeredOn: localDate(at, zone), zone };
}

export function numberIn(state: AppealState): string {
  const number = numberOf(state);
  if (number === undefined) throw new TypeError('A registered appeal without a number');
  return number;
}
