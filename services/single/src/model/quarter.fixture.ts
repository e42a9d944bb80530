import type { Lane } from './driven-transport.fixture.js';
import { invariants } from './invariants.fixture.js';
import { AS_OF, ModelRun } from './model-run.fixture.js';
import { adopt } from './arrivals.fixture.js';
import { bodyReacts } from './bodies.fixture.js';
import { comeBack } from './letters.fixture.js';
import { beyondTheirs } from './own-acts.fixture.js';
import { actOnMany } from './many-at-once.fixture.js';
import { promisesOtherwise } from './promises.fixture.js';
import { erase, residentActs } from './residents.fixture.js';
import { submit, type ModelCase } from './submissions.fixture.js';
import { signNotices } from './signed-notices.fixture.js';
import { appointSubstitute, inTheSteadOfThePresent } from './substitutes.fixture.js';

export interface QuarterOptions {
  readonly appeals: number;
  /** ISO 8601 UTC: the first instant. */
  readonly from: string;
  readonly days: number;
}

/** The row of a case as it stood at an instant, when everything recorded until then was known everywhere. */
export interface Snapshot {
  readonly one: ModelCase;
  readonly at: string;
  readonly row: string;
}

const DAY_MS = 86_400_000;
/** Of Yakutsk, in UTC. */
const NOON_MS = 3 * 3_600_000;
/** Acts for one appeal, on the average. */
const ACTS = 22;
/** The beginning of an answer that tells of one stream's change. */
const CHANGED = '{"__typename":"Change"';
/** Cases that an official looks at to find something to do. */
const LOOKS = 4;
const STOPS = 6;
const MAX_AT_ONCE = 6;
const MAX_ROUNDS = 20;

/** A quarter of two districts, with everything that goes wrong between processes. */
export class Quarter extends ModelRun {
  readonly snapshots: Snapshot[] = [];
  private readonly asleep = new Set<Lane>();
  /** After which of the stops the process is killed and started again. */
  private readonly restarts = [true, false, false, true];
  private lettersAt = '';

  async play({ appeals, from, days }: QuarterOptions): Promise<void> {
    const ticks = appeals * ACTS;
    const stepMs = (days * DAY_MS) / ticks;
    let at = Date.parse(from);
    for (let tick = 0; tick < ticks; tick += 1) {
      at += 1 + Math.floor(this.chance.next() * 2 * stepMs);
      this.product.set(new Date(at).toISOString());
      if (this.isSubmission(tick, ticks, appeals)) await this.submit();
      else await this.happen();
      await this.deliverSome();
      adopt(this);
      if ((tick + 1) % Math.ceil(ticks / STOPS) === 0 || tick + 1 === ticks) at = await this.stop(at);
    }
  }

  /** They come in the first two thirds of the quarter. */
  private isSubmission(tick: number, ticks: number, appeals: number): boolean {
    const every = Math.floor((ticks * 0.67) / appeals);
    return tick % every === 0 && tick < every * appeals;
  }

  /** Everything is delivered, tried again and sent; then what must hold is looked at. */
  private async stop(at: number): Promise<number> {
    // Noon of the districts: no letter waits for the end of the night.
    const noon = Math.ceil((at - NOON_MS) / DAY_MS) * DAY_MS + NOON_MS;
    this.product.set(new Date(noon).toISOString());
    await this.settle();
    await this.checkInvariants();
    for (const one of this.cases) this.snapshots.push({ one, at: this.product.now, row: await this.rowOf(one) });
    if (this.restarts.shift()) await this.restart();
    return noon;
  }

  private async restart(): Promise<void> {
    await this.product.restart();
    this.asleep.clear();
    this.count('a restart');
  }

  private async submit(): Promise<void> {
    this.cases.push(await submit(this.product, this.chance, this.cases.length));
    this.count('a submission');
  }

  private async happen(): Promise<void> {
    const { chance } = this;
    const what = chance.weighted(this.happenings(this.someCase()));
    await what?.work();
  }

  /** The later ones have more to be done. */
  private someCase(): ModelCase {
    const late = this.cases.slice(-Math.ceil(this.cases.length / 3));
    return this.chance.oneOf(this.chance.happens(0.5) ? late : this.cases);
  }

  /** On a case with which some official has something to do. */
  private async officialActs(): Promise<void> {
    for (let left = LOOKS; left > 0 && !(await this.act(this.someCase())); left -= 1);
  }

  private happenings(one: ModelCase): readonly { readonly weight: number; readonly work: () => Promise<void> }[] {
    return [
      { weight: 70, work: () => this.officialActs() },
      { weight: 8, work: () => residentActs(this, one) },
      { weight: 6, work: () => this.letters() },
      { weight: 4, work: () => this.warn() },
      { weight: 4, work: () => this.repeat() },
      { weight: 3, work: () => this.late() },
      { weight: 3, work: () => this.stranger(one) },
      { weight: 2, work: () => this.fallAsleep() },
      { weight: 5, work: () => comeBack(this) },
      { weight: 3, work: () => actOnMany(this, one.district) },
      { weight: 3, work: () => bodyReacts(this) },
      { weight: 3, work: () => signNotices(this) },
      { weight: 2, work: () => appointSubstitute(this, one.district) },
      { weight: 0.8, work: () => erase(this) },
    ];
  }

  private async letters(): Promise<void> {
    const hours = this.lettersAt === '' ? 0 : (Date.parse(this.product.now) - Date.parse(this.lettersAt)) / 3_600_000;
    this.lettersAt = this.product.now;
    if ((await this.product.sendLetters(hours)) > 0) this.count('letters tried');
  }

  private async warn(): Promise<void> {
    if ((await this.product.warnOfTerms()) > 0) this.count('warnings of terms');
  }

  /** A command whose answer was lost is sent again. */
  private async repeat(): Promise<void> {
    if (this.sent.length === 0) return;
    const { document, input, by, answer, mutation } = this.chance.oneOf(this.sent);
    const { data, code } = await this.recordsNothing(`a repeated ${mutation}`, () =>
      this.product.ask(document, { input }, by),
    );
    const again = JSON.stringify(data?.[mutation]);
    // A resident's token is over after a quarter of an hour, and a substitute's rights with the last day of the order.
    const isOver =
      code === 'UNAUTHENTICATED' || (code === 'FORBIDDEN' && this.orders.some(({ acting }) => acting === by.as));
    if (!isOver && again !== answer)
      this.violated(
        'aRepeatedCommandRecordsNothing',
        `a repeated ${mutation} was answered ${code ?? again} after ${answer}`,
      );
    this.count('a repeated command');
  }

  /** An official acts on the state before another official's act. */
  private async late(): Promise<void> {
    const official = this.sent.filter(({ by, answer }) => by.as !== undefined && answer.startsWith(CHANGED));
    if (official.length === 0) return;
    const { mutation, input, by } = this.chance.oneOf(official);
    const { key: _, ...old } = input;
    await this.recordsNothing(`a ${mutation} by an old version`, () => this.command(mutation, old, by));
  }

  /** An official of the other district looks and acts. */
  private async stranger(one: ModelCase): Promise<void> {
    const [other] = ['aldan', 'kuol'].filter((district) => district !== one.district);
    const as = `${other}.head`;
    const seen = [
      await this.look({ ...one, district: other! }, as),
      (await this.product.ask(AS_OF, { district: one.district, id: one.id }, { as })).data?.['appeal'],
    ];
    if (seen.some((card) => card)) this.violated('nothingInTheOtherDistrict', `case ${one.index} is seen`);
    for (const district of [other!, one.district]) await this.strangerActs(one, { district, as });
    this.count('a stranger');
  }

  private async strangerActs(
    { id, index }: ModelCase,
    { district, as }: { readonly district: string; readonly as: string },
  ) {
    const act = { district, id, expectedVersion: 1, reason: 'чужое' };
    const { refused = 'NOT_FOUND' } = await this.recordsNothing('an act of the other district', () =>
      this.command('refuseReopening', act, { as }),
    );
    if (refused !== 'NOT_FOUND')
      this.violated('nothingInTheOtherDistrict', `case ${index} is known: ${String(refused)}`);
  }

  private async recordsNothing<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    const before = await this.recorded();
    const result = await work();
    if ((await this.recorded()) !== before)
      this.violated('aRepeatedCommandRecordsNothing', `${what} recorded something`);
    return result;
  }

  private async recorded(): Promise<string> {
    const own = [...this.product.opened.own.values()].filter(
      ({ log }) => log.service !== 'search' && log.service !== 'administration',
    );
    return (await Promise.all(own.map(({ log }) => log.newest()))).join();
  }

  private async fallAsleep(): Promise<void> {
    this.asleep.add(this.chance.oneOf(this.product.transport.lanes));
  }

  /** Some queues get some of their events, now and then twice; a delivery may die. */
  private async deliverSome(): Promise<void> {
    const { chance, product } = this;
    const { transport } = product;
    for (let left = chance.integer(0, 9); left > 0; left -= 1) {
      const waiting = (await transport.waiting()).filter((lane) => !this.asleep.has(lane));
      if (waiting.length === 0) break;
      const lane = chance.oneOf(waiting);
      const count = chance.integer(1, MAX_AT_ONCE);
      if (chance.happens(0.03)) await this.die(lane, count);
      else await transport.deliver(lane, count);
      if (chance.happens(0.08)) await this.again(lane);
    }
    if (chance.happens(0.1)) await transport.retryWaiting();
    if (chance.happens(0.1)) this.asleep.clear();
  }

  private async die(lane: Lane, count: number): Promise<void> {
    await this.product.transport.deliverAndDie(lane, count);
    this.count('a delivery that died');
  }

  private async again(lane: Lane): Promise<void> {
    const from = this.chance.integer(0, Math.max(0, lane.next - 1));
    if (await this.product.transport.repeat(lane, from, this.chance.integer(1, MAX_AT_ONCE)))
      this.count('a repeated delivery');
  }

  /** Until nothing is on its way. */
  private async settle(): Promise<void> {
    const { transport } = this.product;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const waiting = await transport.waiting();
      for (const lane of waiting) await transport.deliver(lane, 100);
      if (waiting.length > 0) continue;
      const blocked = await transport.retryWaiting();
      if ((await transport.waiting()).length > 0) continue;
      if (await this.isStill(blocked)) return;
    }
    this.violated('everythingIsDelivered', 'the deliveries do not come to an end');
  }

  private async isStill(blocked: number): Promise<boolean> {
    if ((await this.product.sendLetters(0)) > 0 || (await this.product.warnOfTerms()) > 0) return false;
    if (blocked === 0) return true;
    const left = await this.product.transport.blocked();
    return left.length === 0;
  }

  private async checkInvariants(): Promise<void> {
    const facts = await this.facts();
    for (const [name, holds] of Object.entries(invariants)) for (const what of holds(facts)) this.violated(name, what);
    for (const what of inTheSteadOfThePresent(this, facts)) this.violated('nobodyActsForThePresent', what);
    for (const what of beyondTheirs(this, facts)) this.violated('nobodyActsBeyondTheirs', what);
    for (const what of await promisesOtherwise(this, facts)) this.violated('everyPromiseIsOnItsDay', what);
    const left = await this.product.transport.blocked();
    for (const { consumer, state, reason } of left)
      this.violated('everythingIsDelivered', `${consumer} is ${state}: ${reason}`);
  }

  /** As the controller sees it, now or as of an instant. */
  async rowOf({ district, id }: ModelCase, at?: string): Promise<string> {
    const { data, code } = await this.product.ask(AS_OF, { district, id, at }, { as: `${district}.controller` });
    if (code !== undefined) this.violated('noFault', `a row cannot be read: ${code}`);
    return JSON.stringify(data?.['appeal']);
  }
}
