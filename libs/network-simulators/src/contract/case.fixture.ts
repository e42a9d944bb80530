import { it } from '@jest/globals';
import type { Capabilities } from '@otklik/networks';
import type { House, NetworkBench } from './bench.fixture.js';

/** OTKLIK_FUZZ=100000 looks further, as at night. */
export const FUZZ_RUNS = Number(process.env['OTKLIK_FUZZ'] ?? 500);

export interface Need {
  /** The capability, by its path. */
  readonly capability: string;
  readonly met: (of: Capabilities) => boolean;
}

const need = (capability: string, met: Need['met']): Need => ({ capability, met });

export const NEEDS = {
  pushedEdits: need('receive.edits', ({ receive }) => receive.edits.startsWith('push')),
  anyEdits: need('receive.edits', ({ receive }) => receive.edits !== 'none'),
  orderedEdits: need('receive.edits', ({ receive }) => receive.edits === 'push'),
  removals: need('receive.removals', ({ receive }) => receive.removals === 'push'),
  restores: need('receive.restores', ({ receive }) => receive.restores),
  echoes: need('receive.echoes', ({ receive }) => receive.echoes),
  machines: need('receive.marksMachines', ({ receive }) => receive.marksMachines),
  reachability: need('receive.reachability', ({ receive }) => receive.reachability),
  files: need('receive.files', ({ receive }) => receive.files !== 'none'),
  posts: need('receive.posts', ({ receive }) => receive.posts !== 'none'),
  askedPosts: need('receive.posts', ({ receive }) => receive.posts === 'asked'),
  askedNames: need('receive.names', ({ receive }) => receive.names === 'asked'),
  reread: need('receive.edits', ({ receive }) => receive.edits === 'push-unordered'),
  secret: need('authenticity', ({ authenticity }) => authenticity !== 'secret-address'),
  handshake: need('handshake', ({ handshake }) => handshake),
  catchUp: need('catchUpHours', ({ catchUpHours }) => catchUpHours > 0),
  sends: need('send', ({ send }) => send.comments || send.directMessages),
  sendsFiles: need('send.files', ({ send }) => send.files !== 'none'),
  lacksFiles: need('send.files', ({ send }) => send.files !== 'everywhere'),
  perRecipient: need('send.perRecipient', ({ send }) => send.perRecipient),
  window: need('replyWindowHours', ({ replyWindowHours }) => replyWindowHours !== undefined),
  closing: need('threadsClose', ({ threadsClose }) => threadsClose),
  moving: need('threadsMove', ({ threadsMove }) => threadsMove),
  counters: need('counters.ofMessages', ({ counters }) => counters.ofMessages.length > 0),
  reactions: need('counters.pushed', ({ counters }) => counters.pushed === 'hints'),
  askedPostCounters: need(
    'counters.ofPosts',
    ({ counters }) => counters.ofPosts.length > 0 && counters.pushed !== 'counts',
  ),
  toldPostCounters: need('counters.pushed', ({ counters }) => counters.pushed === 'counts'),
} as const;

export interface Suite {
  readonly capabilities: Capabilities;
  /** Cases left out so far: the case, and the capability that it lacks. */
  readonly leftOut: string[];
  /** Runs one case on a network of its own. */
  readonly on: (run: (house: House, bench: NetworkBench) => Promise<void>) => () => Promise<void>;
}

/** A case is left out for nothing but a capability that the network does not have. */
export function contractCase(
  { capabilities, on, leftOut }: Suite,
  title: string,
  needs: readonly Need[],
  run: (house: House, bench: NetworkBench) => Promise<void>,
): void {
  const missing = needs.find(({ met }) => !met(capabilities));
  if (missing) leftOut.push(`${title.split(' ')[0]} ${missing.capability}`);
  else it(title, on(run));
}
