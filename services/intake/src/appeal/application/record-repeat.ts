import { Injectable } from '@nestjs/common';
import type { RecordRepeatInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { addressKey, compact, covers, refuse } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { EarlierAppeal } from '../domain/appeal.commands.js';
import { numberOf, type AppealEvent, type AppealState, type Known } from '../domain/appeal.js';
import { AppealQuestions } from '../store/appeal-questions.js';
import { AppealHandler } from './appeal-handler.js';

/** Decides whether an appeal is repeated. Throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class RecordRepeat {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly questions: AppealQuestions,
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async record(ctx: ClientCommandContext, input: RecordRepeatInput): Promise<Handled<AppealState, AppealEvent>> {
    const { id, expectedVersion } = input;
    const { district, mayActIn, commandId } = ctx;
    const departments = await this.database
      .scope(district)
      .transaction((tx) => this.questions.departments(tx, district, id));
    // Nothing is said of the earlier one to who may not act in this one.
    if (mayActIn !== 'ALL' && !departments.some((department) => covers(mayActIn, department))) refuse('FORBIDDEN');
    const of = input.of ? await this.earlier(district, id.toLowerCase(), input.of.toLowerCase()) : undefined;
    const command = { type: 'RecordRepeat', ...compact({ of }), mayActIn, departments, commandId } as const;
    return this.appeals.handle(ctx, id, command, { expectedVersion });
  }

  private async earlier(district: number, id: string, of: string): Promise<EarlierAppeal> {
    const [own, other] = await Promise.all([this.known(district, id), this.known(district, of)]);
    const questions = await this.database.scope(district).transaction((tx) => this.questions.of(tx, district, of));
    const { receivedAt } = other.published.received;
    const isOfSamePerson = id !== of && (await this.areOfOne(district, { id, state: own }, { id: of, state: other }));
    return { id: of, number: numberOf(other), receivedAt, isOfSamePerson, questions };
  }

  private async known(district: number, id: string): Promise<Known> {
    const { state } = await this.appeals.load(district, id);
    return state.status === 'NONE' ? refuse('NOT_FOUND') : state;
  }

  /** As the person's file knows it: joined by officials, of one identity, or of one contact that officials did not part. */
  private async areOfOne(district: number, one: Loaded, other: Loaded): Promise<boolean> {
    if (isJoined(one, other) || isJoined(other, one)) return true;
    if ([one, other].some(({ state }) => state.published.isApart || state.status === 'ERASED')) return false;
    const [first, second] = await Promise.all([this.keys(district, one), this.keys(district, other)]);
    return KEYS.some((key) => first[key] !== undefined && first[key] === second[key]);
  }

  /** As search keeps them: an address is a key only of one who gave no contact. */
  private async keys(district: number, { state }: Loaded): Promise<Partial<Record<Key, string>>> {
    const { received } = state.published;
    const [subject, contact, address] = await Promise.all(
      (['subject', 'contact', 'address'] as const).map((field) => this.opened(district, field, received[field])),
    );
    const sender = contact ?? addressKey(address);
    return compact({ identity: subject, sender: sender && (await this.vault.blindIndex(district, sender)) });
  }

  private opened(district: number, field: string, sealed: string | undefined): Promise<string | undefined> {
    return sealed === undefined ? Promise.resolve(undefined) : this.vault.open(district, sealed, { field });
  }
}

interface Loaded {
  readonly id: string;
  readonly state: Known;
}

const KEYS = ['identity', 'sender'] as const;
type Key = (typeof KEYS)[number];

function isJoined({ state }: Loaded, { id }: Loaded): boolean {
  return state.published.joined?.includes(id) === true;
}
