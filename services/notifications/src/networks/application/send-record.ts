import type { Outcome, Part, Rejection, SendRecord } from '@otklik/networks';
import type { Vault } from '@otklik/vault';
import type { NetworkParts, PartState } from '../store/network-parts.js';
import type { PendingMessage } from '../store/network-queue.js';

/** Posted according to an official: there is no other proof. */
const SEEN: Outcome = { kind: 'unknown' };

/** The parts of one notice as the dispatcher sees them: its text sealed, its claim committed before a byte leaves. */
export class NoticeRecord implements SendRecord {
  /** Why nothing of a part left, the last time. */
  postponed: Outcome | undefined;
  /** Why a part was refused, also one that was never claimed. */
  refused: Rejection | undefined;

  constructor(
    private readonly message: Pick<PendingMessage, 'district' | 'notice' | 'way' | 'person'>,
    private readonly to: Part['to'],
    private readonly parts: NetworkParts,
    private readonly vault: Vault,
  ) {}

  /** Of the reply: `<key>/<number>` is a part. */
  get key(): string {
    return `${this.message.notice} ${this.message.way}`;
  }

  async claim({ key, text, of: parts }: Part, at: string): Promise<boolean> {
    const { district, person, notice, way } = this.message;
    const sealed = await this.vault.seal(district, person, notice, fieldOf(way, this.number(key)), text);
    return this.parts.claim({ ...this.id(key), parts, text: sealed }, at);
  }

  async release(key: string, outcome: Outcome): Promise<void> {
    await this.parts.release(this.id(key));
    this.postponed = outcome;
  }

  settle(key: string, outcome: Outcome): Promise<void> {
    if (outcome.kind === 'rejected') this.refused = outcome.why;
    return this.parts.settle(this.id(key), stateOf(outcome), outcome);
  }

  /** Throws when the text of a part was erased. */
  async open(): Promise<readonly (Part & { readonly since: string })[]> {
    const begun = (await this.parts.of(this.message)).filter(({ state }) => state === 'CLAIMED');
    return Promise.all(
      begun.map(async ({ part, parts, text, claimedAt }) => {
        const { district, notice, way } = this.message;
        const clear = await this.vault.open(district, text, { eventId: notice, field: fieldOf(way, part) });
        const said = { key: `${this.key}/${part}`, to: this.to, text: clear ?? '', number: part, of: parts };
        return { ...said, since: claimedAt };
      }),
    );
  }

  async outcome(key: string): Promise<Outcome | undefined> {
    const part = this.number(key);
    const known = (await this.parts.of(this.message)).find((one) => one.part === part);
    if (!known || known.state === 'CLAIMED') return undefined;
    return known.outcome ?? SEEN;
  }

  private id(key: string) {
    const { district, notice, way } = this.message;
    return { district, notice, way, part: this.number(key) };
  }

  private number(key: string): number {
    return Number(key.slice(key.lastIndexOf('/') + 1));
  }
}

/** By which the text of a part is sealed. */
export const fieldOf = (way: string, part: number) => `${way.toLowerCase()}-${part}`;

function stateOf(outcome: Outcome): PartState {
  return outcome.kind === 'rejected' ? 'REJECTED' : 'SENT';
}
