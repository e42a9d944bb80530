import {
  domainEvent,
  type AppendRequest,
  type CommandContext,
  type EventStore,
  type NewEvent,
} from '@otklik/event-store';
import { fold, IdempotencyKeyReused, localDate, refuse, uuidv5, VersionConflict } from '@otklik/kernel';
import type { Database, District, Transaction } from '@otklik/tenancy';
import { KeyDestroyed, type KeyKeeper } from '@otklik/vault';
import { createSecretKey, type KeyObject } from 'node:crypto';
import { appeal, decide, type AppealCommand } from '../domain/appeal.decide.js';
import {
  evolve,
  initialState,
  type AppealEvent,
  type AppealReceived,
  type AppealState,
  type AttachedFile,
} from '../domain/appeal.js';
import { receiptNumber } from '../domain/follow-up.js';
import { isMessage, regimeOf, type Channel } from '../domain/registration.js';
import { appealSealing, schemas, STREAM_TYPE } from './appeal-log.js';
import { codeHash, followUpCode, keyIdOf, type CodeHash } from './follow-up-code.js';
import { appealId, personId, submissionKey, type Submitter } from './submission-key.js';

/** A submission whose fields were checked and cleaned at the edge. */
export interface Submitted {
  readonly submitter: Submitter;
  /** The client's key, within `submitter`. */
  readonly key: string;
  readonly channel: Channel;
  readonly identified: boolean;
  readonly text: string;
  readonly name?: string;
  readonly contact?: { readonly kind: 'EMAIL' | 'PHONE'; readonly value: string };
  readonly settlement?: string;
  readonly placeText?: string;
  readonly point?: string;
  readonly files: readonly string[];
  /** ISO 8601 UTC; the moment of the command when absent. */
  readonly receivedAt?: string;
  readonly receivedOn?: string;
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
  /** It had been received before, by the same key. */
  readonly repeated: boolean;
  /** As it was received now; absent when it had been before. */
  readonly state?: AppealState;
}

/** Keeps what opens the appeal's follow-up: durable with the next commit; again is harmless. */
export type KeepCode = (kept: KeptCode) => Promise<void>;

export interface KeptCode extends Owner {
  /** Of the receipt. */
  readonly number: string;
  readonly code: CodeHash;
}

/** The person whose files and codes are meant. */
export interface Owner {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
}

/** Files that are about to be given to an appeal's person. `commit` refuses FILE_UNKNOWN when another was faster. */
export interface FileClaim {
  readonly files: readonly AttachedFile[];
  commit(tx: Transaction): Promise<void>;
}

/** Refuses FILE_UNKNOWN, TOO_MANY_FILES. */
export type ClaimFiles = (owner: Owner, files: readonly string[]) => Promise<FileClaim>;

export interface SubmitPorts {
  readonly database: Database;
  readonly store: EventStore;
  readonly vault: KeyKeeper;
  readonly keepCode: KeepCode;
  readonly claimFiles: ClaimFiles;
  readonly codeKey: Buffer;
}

export type SubmitContext = Omit<CommandContext, 'correlationId'> & { readonly fingerprint: string };
export type SubmitAppeal = (
  district: District,
  submitted: Submitted,
  context: SubmitContext,
  options?: { readonly takeUp: boolean },
) => Promise<Receipt>;

/** Everything that follows from who sends what under which key. */
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
}

/**
 * Receives a submission. Its stream's id comes from the key and it is appended with `none`, so the log itself remembers
 * the key for ever. The person's key and the code's hash are committed before, and on disk with the append at the latest,
 * the write-ahead log being flushed in order; left alone by a crash they open nothing.
 * `takeUp`: records at once that an official takes the message up (import). Throws `Refusal`, `IdempotencyKeyReused`.
 */
export function submitAppeal(ports: SubmitPorts): SubmitAppeal {
  const keyId = keyIdOf(ports.codeKey);
  const codeKey = createSecretKey(ports.codeKey);
  return async (district, submitted, context, options) => {
    const identity = identityOf(codeKey, district.id, submitted);
    const { id, person, code, number } = identity;
    const kept = ports.keepCode({ district: district.id, appeal: id, person, number, code: codeHash(keyId, id, code) });
    // Claiming files takes its time: a server that crashed and came back meanwhile must not have lost what was kept.
    const slow = submitted.files.length > 0;
    if (slow) await kept;
    const durable = slow ? 'now' : 'with-next-commit';
    await Promise.all([kept, ports.vault.createPerson(district.id, person, submitted.contact?.value, durable)]);
    const submission = { ...identity, district, submitted, context, takeUp: options?.takeUp ?? false };
    try {
      const appended = await append(ports, submission);
      if (appended) return { ...identity, ...appended, repeated: false };
    } catch (error) {
      // Destroyed: the appeal was received, and its person erased since.
      if (!(error instanceof VersionConflict || error instanceof KeyDestroyed)) throw error;
    }
    return { ...identity, ...(await firstResult(ports.store, submission)), repeated: true };
  };
}

function identityOf(codeKey: KeyObject, district: number, submitted: Submitted): Identity {
  const key = submissionKey(submitted.submitter, submitted.key);
  const id = appealId(district, key);
  return { id, person: personId(id), code: followUpCode(codeKey, district, key), number: receiptNumber(id) };
}

interface Appended {
  readonly receivedAt: string;
  readonly version: number;
  readonly state?: AppealState;
}

/** Undefined when it was there already. The files and the appeal: both or neither. */
async function append(ports: SubmitPorts, submission: Submission): Promise<Appended | undefined> {
  const { id, person, submitted, district } = submission;
  const claim =
    submitted.files.length > 0 &&
    (await ports.claimFiles({ district: district.id, appeal: id, person }, submitted.files));
  const facts = factsOf(submission, claim ? claim.files : []);
  const request = await requestOf(ports.vault, submission, facts);
  const result = claim
    ? await ports.database.scope(district.id).transaction(async (tx) => {
        await claim.commit(tx);
        return ports.store.append(request, { tx });
      })
    : await ports.store.append(request);
  if (result.repeated) return undefined;
  return { receivedAt: facts[0].receivedAt, version: result.version, state: fold(appeal, facts) };
}

async function requestOf(
  vault: KeyKeeper,
  submission: Submission,
  facts: readonly AppealEvent[],
): Promise<AppendRequest> {
  const { fingerprint: _, ...envelope } = submission.context;
  const events = await Promise.all(
    facts.map((fact, index) => sealed(vault, submission, uuidv5(envelope.commandId, String(index)), fact)),
  );
  const { id } = submission;
  return { ...envelope, correlationId: id, stream: id, streamType: STREAM_TYPE, expected: 'none', events };
}

function factsOf(submission: Submission, files: readonly AttachedFile[]): readonly [AppealReceived, ...AppealEvent[]] {
  const [received] = decide(receiveCommand(submission, files), initialState) as readonly [AppealReceived];
  if (!submission.takeUp || !isMessage(received.regime)) return [received];
  return [received, ...decide({ type: 'TakeUpMessage' }, evolve(initialState, received))];
}

function receiveCommand(
  { district, submitted, number, person, context }: Submission,
  files: readonly AttachedFile[],
): Extract<AppealCommand, { type: 'ReceiveAppeal' }> {
  const { submitter: _, key: __, contact, receivedAt = context.at, receivedOn, ...fields } = submitted;
  return {
    ...fields,
    ...(contact ? { contact: contact.value, contactKind: contact.kind } : {}),
    type: 'ReceiveAppeal',
    receipt: number,
    regime: regimeOf(submitted.channel, submitted.identified),
    person,
    files,
    receivedAt,
    receivedOn: receivedOn ?? localDate(receivedAt, district.zone),
    zone: district.zone,
    fingerprint: context.fingerprint,
  };
}

/** As the command handler does it; here nothing need be read first. */
async function sealed(vault: KeyKeeper, submission: Submission, id: string, event: AppealEvent): Promise<NewEvent> {
  const sealing = appealSealing(vault);
  const { type, ...data } = event;
  const entries = Object.entries(data).map(async ([field, value]: [string, unknown]) =>
    typeof value === 'string' && sealing.fields[type]?.includes(field)
      ? [field, await sealing.seal(submission.district.id, submission.person, id, field, value)]
      : [field, value],
  );
  return { id, type, schema: schemas[type], data: Object.fromEntries(await Promise.all(entries)) as object };
}

/** What was told at the first time. The stream's first fact holds the keyed hash of what was sent then. */
async function firstResult(store: EventStore, { district, id, context }: Submission): Promise<Appended> {
  const recorded = await store.read(district.id, id);
  const first = recorded[0];
  // Refused at first, and its person erased since: nothing is sealed under this key any more.
  if (!first) return refuse('APPEAL_STATE_FORBIDS');
  const received = domainEvent<AppealReceived>(first);
  if (received.fingerprint !== context.fingerprint) {
    throw new IdempotencyKeyReused('this key was used for another submission');
  }
  const version = recorded.filter(({ commandId }) => commandId === first.commandId).length;
  return { receivedAt: received.receivedAt, version };
}
