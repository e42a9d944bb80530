import type { CommandContext, EventStore } from '@otklik/event-store';
import { isUuid } from '@otklik/kernel';
import type { Database, Transaction } from '@otklik/tenancy';
import type { KeyKeeper } from '@otklik/vault';
import { decide, type AppealCommand } from '../domain/appeal.decide.js';
import { loadAppeal, type AppealHandle } from './appeal-log.js';
import { personId } from './submission-key.js';

export interface ErasePorts {
  readonly database: Database;
  readonly store: EventStore;
  readonly vault: KeyKeeper;
  readonly handle: AppealHandle;
  readonly codes: {
    appealOf(district: number, person: string): Promise<string | undefined>;
    forget(tx: Transaction, district: number, appeal: string): Promise<void>;
  };
  removeFilesOf(tx: Transaction, district: number, appeal: string): Promise<void>;
}

/** Appeals of the person that an operator names: by the appeal's or person's id, or by a contact. */
export async function appealsOf(ports: ErasePorts, district: number, who: string): Promise<readonly string[]> {
  const persons = isUuid(who) ? [who] : await ports.vault.personsOf(district, who);
  const appeals = await Promise.all(persons.map((person) => ports.codes.appealOf(district, person)));
  const found = appeals.filter((appeal) => appeal !== undefined);
  if (found.length > 0 || !isUuid(who)) return found;
  const { version } = await loadAppeal(ports.store, district, who);
  return version > 0 ? [who] : [];
}

/** Throws as `erasePerson` would, so that of several appeals all are erased or none. */
export async function demandErasable(
  ports: Pick<ErasePorts, 'store'>,
  district: number,
  appeal: string,
  ground: string | undefined,
): Promise<void> {
  const { state } = await loadAppeal(ports.store, district, appeal);
  if (state.status !== 'NONE') decide(eraseCommand(ground), state);
}

export interface Erased {
  readonly version: number;
  /** False when it had been erased before. */
  readonly now: boolean;
}

/**
 * Destroys the key of the appeal's person, with the fact, his files and the codes that opened his appeal: all or nothing.
 * Refuses APPEAL_STILL_OPEN while the case is open, unless a ground is named. `ground` is never personal.
 */
export async function erasePerson(
  ports: ErasePorts,
  appeal: string,
  ground: string | undefined,
  context: CommandContext,
): Promise<Erased> {
  const { district } = context;
  const { version: received } = await loadAppeal(ports.store, district, appeal);
  return ports.database.scope(district).transaction(async (tx) => {
    const erased = received > 0 ? await recordErasure(ports, appeal, ground, context, tx) : refusedSubmission(appeal);
    await ports.vault.destroy(tx, district, erased.person, ground ?? 'CASE_CLOSED');
    await ports.removeFilesOf(tx, district, appeal);
    await ports.codes.forget(tx, district, appeal);
    return { version: erased.version, now: erased.now };
  });
}

async function recordErasure(
  ports: ErasePorts,
  appeal: string,
  ground: string | undefined,
  context: CommandContext,
  tx: Transaction,
): Promise<Erased & { readonly person: string }> {
  const { state, version, events } = await ports.handle(context, appeal, eraseCommand(ground), { tx });
  if (state.status !== 'ERASED') throw new TypeError('An erased appeal that is not erased');
  return { person: state.person, version, now: events.length > 0 };
}

/** Only its key, the contact's blind index and its code were kept: there is no fact to record. */
function refusedSubmission(appeal: string): Erased & { readonly person: string } {
  return { person: personId(appeal), version: 0, now: true };
}

function eraseCommand(ground: string | undefined): Extract<AppealCommand, { type: 'ErasePerson' }> {
  return { type: 'ErasePerson', ...(ground === undefined ? {} : { ground }) };
}
