import type { PublicEvent } from '@otklik/contracts/envelope';
import { commandSets, type EventStore } from '@otklik/event-store';
import { refuse, uuidv5, type Decider } from '@otklik/kernel';
import type pg from 'pg';
import type { Consumer } from '../messaging.js';
import { silent } from '../probe.contract.js';
import { reactor, type CaseFold, type CommandTo, type ReactorOptions } from './reactor.js';

/** A stream that records what it received, once each. */
export interface Say {
  readonly type: 'Say';
  readonly of: string;
  /** Only to a stream that has begun. */
  readonly again?: true;
}
interface Said {
  readonly type: 'Said';
  readonly of: string;
}

const voice: Decider<readonly string[], Say, Said> = {
  initialState: [],
  decide({ of, again }, said) {
    if (again && said.length === 0) refuse('NOT_FOUND');
    return [{ type: 'Said', of }];
  },
  evolve: (said, { of }) => [...said, of],
};

export interface ProbeCase {
  readonly seen: readonly string[];
}

export function probeFold(types: readonly string[], erasing?: string): CaseFold<ProbeCase> {
  return {
    subscribesTo: types.map((type) => `${type}@1`),
    initial: { seen: [] },
    evolve: ({ seen }, { id }) => ({ seen: [...seen, id] }),
    erases: ({ type }) => type === erasing,
  };
}

/** The stream in which a concern records what it received of an appeal. */
export function voiceOf(concern: string, appeal: string): string {
  return uuidv5(appeal, concern);
}

export function says(concern: string, { appeal, id }: PublicEvent): CommandTo<Say> {
  return { stream: voiceOf(concern, appeal), command: { type: 'Say', of: id } };
}

export function probeReactor(
  store: EventStore,
  options: Pick<ReactorOptions<ProbeCase, Say>, 'name' | 'topics' | 'state' | 'concerns' | 'handlers'>,
): Consumer {
  const events = { Said: { schema: 1, personal: [] } };
  const commands = commandSets({ store, decider: voice, streamType: 'Voice', events });
  return reactor({ ...options, commands, now: () => new Date().toISOString(), logger: silent });
}

/** What a concern has said, in the order of its log. */
export async function saidBy(worker: pg.Pool, concern: string): Promise<readonly string[]> {
  const { rows } = await worker.query<{ of: string }>(
    `select data ->> 'of' as of from probe.event where meta -> 'actor' ->> 'id' = $1 order by position`,
    [concern],
  );
  return rows.map(({ of }) => of);
}

export interface StoredCase {
  readonly versions: Readonly<Record<string, number>>;
  readonly state: ProbeCase;
  readonly erased: boolean;
}

export async function storedCase(worker: pg.Pool, appeal: string): Promise<StoredCase | undefined> {
  const sql = 'select versions, state, erased from probe.case_row where appeal = $1';
  return (await worker.query<StoredCase>(sql, [appeal])).rows[0];
}
