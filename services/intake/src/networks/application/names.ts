import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import type { InboundAccount } from './inbound-accounts.js';

/** Names needed at the same time are requested by one call. */
const TOGETHER_MS = 30;
const PATIENCE_MS = 3_000;
const KEPT_MS = 3_600_000;
const KEPT_AT_MOST = 10_000;

interface Kept {
  readonly name: string | undefined;
  readonly until: number;
}

interface Asking {
  readonly people: Set<string>;
  readonly names: Promise<ReadonlyMap<string, string>>;
}

/** What people are called in a network that does not tell it with what they write. Kept in memory alone, for an hour. */
@Injectable()
export class Names {
  private readonly kept = new Map<string, Kept>();
  private readonly asking = new Map<string, Asking>();

  constructor(private readonly clock: Clock) {}

  /** Undefined where the network does not say. */
  async of(account: InboundAccount, { id, name }: { readonly id: string; readonly name?: string }) {
    if (name !== undefined || !account.channel.names) return name;
    const key = `${account.account.network} ${id}`;
    const known = this.kept.get(key);
    if (known && known.until > this.now()) return known.name;
    const names = await this.ask(account, id);
    // A missing name is requested again: the network may not have answered.
    if (names.has(id)) this.keep(key, names.get(id));
    return names.get(id);
  }

  private ask(account: InboundAccount, id: string): Promise<ReadonlyMap<string, string>> {
    const of = account.account.id;
    const asking = this.asking.get(of) ?? this.begin(account);
    this.asking.set(of, asking);
    asking.people.add(id);
    return asking.names;
  }

  private begin({ channel, account }: InboundAccount): Asking {
    const people = new Set<string>();
    const names = new Promise<ReadonlyMap<string, string>>((resolve, reject) => {
      setTimeout(() => {
        this.asking.delete(account.id);
        channel.names!([...people], AbortSignal.timeout(PATIENCE_MS)).then(resolve, reject);
      }, TOGETHER_MS);
    });
    return { people, names };
  }

  private keep(key: string, name: string | undefined): void {
    if (this.kept.size >= KEPT_AT_MOST) this.kept.clear();
    this.kept.set(key, { name, until: this.now() + KEPT_MS });
  }

  private now(): number {
    return Date.parse(this.clock.now());
  }
}
