import type { Channel, ContactKind, Regime } from '@otklik/contracts/enumerations';
import {
  InitialRowsConflict,
  domainEvent,
  prepareAppend,
  type AppendResult,
  type InitialRowValues,
  type CommandContext,
  type DecidedAppend,
  EventStore,
} from '@otklik/event-store';
import { compact, IdempotencyKeyReused, localDate, refuse, termStart, VersionConflict } from '@otklik/kernel';
import { Database, type District } from '@otklik/tenancy';
import { KeyDestroyed, KeyKeeper, Secrets, type NewPerson, type Vault } from '@otklik/vault';
import { Injectable } from '@nestjs/common';
import { createSecretKey, type KeyObject } from 'node:crypto';
import { decide, MAX_HEARD, type AppealCommand } from '../domain/appeal.decide.js';
import { evolve, initialState, type AppealEvent, type AppealReceived, type AppealState } from '../domain/appeal.js';
import { receiptNumber } from '../domain/follow-up.js';
import { promisedDays, receptionDeadline, type PromisedDays } from '../domain/reception-deadline.js';
import { isMessage } from '@otklik/case/regime';
import { regimeOf } from '../domain/registration.js';
import { appealParts } from './appeal-handler.js';
import { dangerIn } from './danger-in.js';
import { Files, type FileClaim } from '../../files/application/files.js';
import { CodeSeals } from './code-seal.js';
import { codeHash, followUpCode, keyIdOf } from './follow-up-code.js';
import { FollowUpCodes, type KeptCode } from '../store/follow-up-codes.js';
import { appealId, personId, submissionKey, type Submitter } from './submission-key.js';

/**
 * The data beside the text: the fields of the paper form, of a handover, of a network message, of a letter, and of
 * another front-end.
 */
export type EnteredFields = Pick<
  AppealReceived,
  | ('surname' | 'givenName' | 'patronymic' | 'phone' | 'address')
  | ('kind' | 'answerWay' | 'signatories' | 'original' | 'forwardedBy')
  | ('receivedFrom' | 'receivedFromBody')
  | ('origin' | 'originReason')
  | ('source' | 'sourceRef' | 'sourceUrl')
  | ('mail' | 'mailId' | 'open311')
>;

/** A submission with validated and normalised fields. */
export interface Submitted extends EnteredFields {
  readonly submitter: Submitter;
  /** The client's key, within `submitter`. */
  readonly key: string;
  readonly channel: Channel;
  readonly identified: boolean;
  /** Of what another district handed over, as it was registered there; else it follows from channel and sender. */
  readonly regime?: Regime;
  /** Of one for whom an issuer vouches. */
  readonly subject?: string;
  readonly text: string;
  readonly name?: string;
  readonly contact?: { readonly kind: ContactKind; readonly value: string };
  readonly settlement?: string;
  readonly placeText?: string;
  readonly point?: string;
  /** The topic that the sender chose: a code of the district's. */
  readonly topic?: string;
  /** As `AppealReceived` has them. */
  readonly topicAnswers?: string;
  readonly files: readonly string[];
  /** Version of the district's text on the processing of personal data. */
  readonly consent?: { readonly version: string };
  readonly mayBePublished?: boolean;
  /** ISO 8601 UTC; the moment of the command when absent. */
  readonly receivedAt?: string;
  readonly receivedOn?: string;
  /** Of a message: when its sender wrote it; not after the arrival. ISO 8601 UTC. */
  readonly writtenAt?: string;
  readonly sourceTheme?: string;
  readonly sourceDepartment?: string;
}

export interface Receipt {
  readonly id: string;
  readonly number: string;
  /** The secret follow-up code. */
  readonly code: string;
  readonly person: string;
  readonly receivedAt: string;
  readonly version: number;
  /** What the terms of the district promise. */
  readonly days: PromisedDays;
  /** The key was used before: this is the first result. */
  readonly repeated: boolean;
  /** The new appeal's state; absent for a repetition. */
  readonly state?: AppealState;
}

/** Rows inserted atomically with an appeal's first event: the person's key and the hash of the follow-up code. */
export abstract class AppealInitialRows {
  abstract of(person: NewPerson['row'], kept: KeptCode): InitialRowValues;
}

export type SubmitContext = Omit<CommandContext, 'correlationId'> & { readonly fingerprint: string };

/** Everything that is derived from the submitter and the idempotency key. */
interface Identity {
  readonly id: string;
  readonly person: string;
  readonly code: string;
  readonly number: string;
}

interface Submission extends Identity {
  readonly district: District;
  readonly submitted: Submitted;
  readonly context: SubmitContext;
  readonly takeUp: boolean;
  readonly kept: KeptCode;
  readonly codeSeal: string;
}

@Injectable()
export class SubmitAppeal {
  private readonly keyId: string;
  private readonly codeKey: KeyObject;

  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly vault: KeyKeeper,
    private readonly codes: FollowUpCodes,
    private readonly files: Files,
    private readonly initialRows: AppealInitialRows,
    private readonly seals: CodeSeals,
    secrets: Secrets,
  ) {
    const key = secrets.of('follow-up-code');
    this.keyId = keyIdOf(key);
    this.codeKey = createSecretKey(key);
  }

  /**
   * Receives a submission. The stream's id is derived from the key and the append expects no stream, so the log itself
   * remembers the key for ever. The person's key, the code's hash and the appeal are written atomically; with files the first
   * two are written before, since claiming files seals for the person, and are harmless if a crash leaves them alone.
   * `takeUp`: records at once that an official takes the message up (import). Throws `Refusal`, `IdempotencyKeyReused`.
   */
  async submit(
    district: District,
    submitted: Submitted,
    context: SubmitContext,
    options?: { readonly takeUp: boolean },
  ): Promise<Receipt> {
    const identity = identityOf(this.codeKey, district.id, submitted);
    const { id, person, code, number } = identity;
    const kept = { district: district.id, appeal: id, person, number, code: codeHash(this.keyId, id, code) };
    const takeUp = options?.takeUp ?? false;
    const codeSeal = this.seals.of(id, kept.code);
    const submission = { ...identity, district, submitted, context, takeUp, kept, codeSeal };
    try {
      const appended = await this.append(submission);
      if (appended) return { ...identity, ...appended, days: daysOf(submission, appended), repeated: false };
    } catch (error) {
      // A destroyed key: the appeal was received before, and its person erased since.
      if (!(error instanceof VersionConflict || error instanceof KeyDestroyed)) throw error;
    }
    const first = await firstResult(this.store, submission);
    return { ...identity, ...first, days: daysOf(submission, first), repeated: true };
  }

  /** Undefined when the stream exists already. */
  private async append(submission: Submission): Promise<Appended | undefined> {
    if (submission.submitted.files.length > 0) return this.appendAfterPerson(submission);
    try {
      return await this.appendWithPerson(submission);
    } catch (error) {
      // An earlier attempt under this key created the person and failed before the append.
      if (error instanceof InitialRowsConflict) return this.appendAfterPerson(submission);
      throw error;
    }
  }

  private async appendWithPerson(submission: Submission): Promise<Appended | undefined> {
    const { kept, submitted } = submission;
    const made = await this.vault.newPerson(kept.district, kept.person, submitted.contact?.value);
    const decided = await prepareFirstAppend(made, submission, { files: [] });
    const request = { ...decided.request, initialRows: this.initialRows.of(made.row, kept) };
    return resultOf(await this.store.append(request), decided);
  }

  /** Claims the files and appends the appeal in one transaction. */
  private async appendAfterPerson(submission: Submission): Promise<Appended | undefined> {
    const { kept, submitted } = submission;
    await Promise.all([
      this.codes.keep(kept),
      this.vault.createPerson(kept.district, kept.person, submitted.contact?.value),
    ]);
    const claim =
      submitted.files.length > 0
        ? await this.files.claim(kept, submitted.files, submitted.source && MAX_HEARD.files)
        : undefined;
    const decided = await prepareFirstAppend(this.vault, submission, claim ?? { files: [] });
    const { request } = decided;
    const result = claim
      ? await this.database.scope(kept.district).transaction(async (tx) => {
          await claim.commit(tx);
          const appended = await this.store.append(request, { tx });
          // Received before, perhaps with other files: roll the claim back.
          if (appended.repeated) throw new VersionConflict('none', appended.version);
          return appended;
        })
      : await this.store.append(request);
    return resultOf(result, decided);
  }
}

function identityOf(codeKey: KeyObject, district: number, submitted: Submitted): Identity {
  const key = submissionKey(submitted.submitter, submitted.key);
  const id = appealId(district, key);
  return { id, person: personId(id), code: followUpCode(codeKey, district, key), number: receiptNumber(id) };
}

function daysOf({ district, submitted }: Submission, { receivedAt }: Appended): PromisedDays {
  const { receivedOn = localDate(receivedAt, district.zone) } = submitted;
  return promisedDays(district, regimeIn(submitted), termStart(receivedOn, district.zone, receivedAt));
}

function regimeIn({ regime, channel, identified }: Submitted): Regime {
  return regime ?? regimeOf(channel, identified);
}

interface Appended {
  readonly receivedAt: string;
  readonly version: number;
  readonly state?: AppealState;
}

type ClaimedFiles = Pick<FileClaim, 'files' | 'fileNames'>;

type Decided = DecidedAppend<AppealState, AppealEvent>;

function prepareFirstAppend(
  vault: Pick<Vault, 'seal'>,
  submission: Submission,
  claimed: ClaimedFiles,
): Promise<Decided> {
  const { id, context } = submission;
  const before = { state: initialState, version: 0, correlationId: id };
  const facts = factsOf(submission, claimed);
  return prepareAppend(appealParts(vault), { ...context, correlationId: id }, id, before, facts);
}

function resultOf({ repeated, version }: AppendResult, { facts, state }: Decided): Appended | undefined {
  return repeated ? undefined : { receivedAt: (facts[0] as AppealReceived).receivedAt, version, state };
}

function factsOf(submission: Submission, claimed: ClaimedFiles): readonly [AppealReceived, ...AppealEvent[]] {
  const [received] = decide(receiveCommand(submission, claimed), initialState) as readonly [AppealReceived];
  if (!submission.takeUp || !isMessage(received.regime)) return [received];
  return [received, ...decide({ type: 'TakeUpMessage' }, evolve(initialState, received))];
}

function receiveCommand(
  { district, submitted, number, person, context, codeSeal }: Submission,
  { files, fileNames }: ClaimedFiles,
): Extract<AppealCommand, { type: 'ReceiveAppeal' }> {
  const { submitter: _, key: __, contact, receivedAt = context.at, receivedOn, ...fields } = submitted;
  const regime = regimeIn(submitted);
  const on = receivedOn ?? localDate(receivedAt, district.zone);
  const deadline = receptionDeadline(district, regime, termStart(on, district.zone, receivedAt));
  const danger = dangerIn(district, submitted);
  return {
    ...fields,
    ...(contact && { contact: contact.value, contactKind: contact.kind }),
    type: 'ReceiveAppeal',
    receipt: number,
    regime,
    person,
    files,
    ...compact({ fileNames }),
    receivedAt,
    receivedOn: on,
    zone: district.zone,
    ...compact({ deadline, danger }),
    fingerprint: context.fingerprint,
    codeSeal,
  };
}

/** The result of the first call. The stream's first event holds the keyed hash of its content. */
async function firstResult(store: EventStore, { district, id, context, submitted }: Submission): Promise<Appended> {
  const recorded = await store.read(district.id, id);
  const first = recorded[0];
  // The first call was refused and its person erased since: nothing more is sealed under this key.
  if (!first) return refuse('APPEAL_STATE_FORBIDS');
  const received = domainEvent<AppealReceived>(first);
  // Whether the sender is identified makes it an appeal or a message.
  if (received.fingerprint !== context.fingerprint || received.identified !== submitted.identified) {
    throw new IdempotencyKeyReused('this key was used for another submission');
  }
  const version = recorded.filter(({ commandId }) => commandId === first.commandId).length;
  return { receivedAt: received.receivedAt, version };
}
