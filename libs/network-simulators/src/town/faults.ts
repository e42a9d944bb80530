import type { TownAccount } from './town-account.js';
import { WORDS, type Fault } from './words.js';

/** Whom and what it concerns. */
export interface FaultAt {
  readonly thread: string;
  readonly person: string;
}

const DOES: Readonly<Record<Fault, (account: TownAccount, at: FaultAt) => void>> = {
  'lose-send': ({ simulator }) => void simulator.api.faults.push('reset-after-effect'),
  'refuse-send': ({ simulator }) => void simulator.api.faults.push('server-error'),
  flood: ({ simulator }) => void simulator.api.faults.push('flood'),
  'lose-delivery': ({ simulator }) => void (simulator.deliveries.faults.loseAnswers += 1),
  'deliver-twice': ({ simulator }) => void (simulator.deliveries.faults.double += 1),
  close: (account, { thread }) => account.close(thread, true),
  open: (account, { thread }) => account.close(thread, false),
  'remove-post': (account, { thread }) => account.removePost(thread),
  block: (account, { person }) => account.allow(person, false),
  allow: (account, { person }) => account.allow(person, true),
  'revoke-token': (account) => account.revokeToken(true),
  'return-token': (account) => account.revokeToken(false),
  'lose-rights': (account) => account.loseRights(true),
  'return-rights': (account) => account.loseRights(false),
};

export const isFault = (name: string): name is Fault => Object.hasOwn(WORDS.fault, name);

/** Of a send and of a delivery: of the next one alone. */
export function happen(account: TownAccount, fault: Fault, at: FaultAt): void {
  DOES[fault](account, at);
}
