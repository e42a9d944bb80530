import type { CommandContext, EventStore } from '@otklik/event-store';
import { isUuid } from '@otklik/kernel';
import type { Database, Transaction } from '@otklik/tenancy';
import type { KeyKeeper } from '@otklik/vault';
import { loadAppeal, type AppealHandle } from './appeal-log.js';

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

export interface Erased {
  readonly version: number;
  /** False when it had been erased before. */
  readonly now: boolean;
}

/**
 * Destroys the key of the appeal's person, with the fact, his files and the codes that opened his appeal: all or nothing.
 * Refuses APPEAL_STILL_OPEN while the case is open, unless a ground is named. `ground` is never personal.
 */
export function erasePerson(
  ports: ErasePorts,
  appeal: string,
  ground: string | undefined,
  context: CommandContext,
): Promise<Erased> {
  const { district } = context;
  return ports.database.scope(district).transaction(async (tx) => {
    const command = { type: 'ErasePerson', ...(ground === undefined ? {} : { ground }) } as const;
    const { state, version, events } = await ports.handle(context, appeal, command, { tx });
    if (state.status !== 'ERASED') throw new TypeError('An erased appeal that is not erased');
    await ports.vault.destroy(tx, district, state.person, ground ?? 'CASE_CLOSED');
    await ports.removeFilesOf(tx, district, appeal);
    await ports.codes.forget(tx, district, appeal);
    return { version, now: events.length > 0 };
  });
}
