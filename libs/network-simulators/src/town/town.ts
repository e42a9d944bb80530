import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Memory } from '../simulator/memory.js';
import { Door } from './door.js';
import { morningOf, type MorningPlan } from './morning.js';
import { NotThere } from './seen.js';
import { TownAccount } from './town-account.js';
import { TOWN_NETWORKS, type TownNetwork } from './town-networks.js';

export interface TownOptions {
  /** Of each network's API; a free one when absent. */
  readonly ports?: Readonly<Partial<Record<TownNetwork, number>>>;
  /** Where all that was said is kept, so that it goes on after a restart. */
  readonly file?: string;
}

interface TownMemory {
  readonly names: Readonly<Record<TownNetwork, readonly string[]>>;
  readonly accounts: readonly {
    readonly network: TownNetwork;
    readonly page: string;
    readonly title: string;
    readonly memory: Memory;
  }[];
}

const TICK = 100;
const SAVE = 500;

/** The networks on this machine, by its own clock: people write in them, they tell who is subscribed, and their APIs answer. */
export class Town {
  readonly accounts: TownAccount[] = [];
  private readonly doors = TOWN_NETWORKS.map((network) => new Door(network, () => this.of(network)));
  private readonly names: Record<TownNetwork, string[]> = { VK: [], MAX: [], TELEGRAM: [], OK: [] };
  private readonly watchers = new Set<() => void>();
  private ticks: NodeJS.Timeout | undefined;
  private readonly comments: NodeJS.Timeout[] = [];
  private saving: NodeJS.Timeout | undefined;

  private constructor(private readonly file: string | undefined) {}

  static async start({ ports = {}, file }: TownOptions = {}): Promise<Town> {
    const town = new Town(file);
    town.recall();
    await Promise.all(town.doors.map((door) => door.open(ports[door.network] ?? 0)));
    town.ticks = setInterval(() => town.accounts.forEach(({ carrier }) => carrier.look()), TICK);
    return town;
  }

  async stop(): Promise<void> {
    clearInterval(this.ticks);
    this.comments.forEach(clearTimeout);
    await Promise.all(this.accounts.map(({ carrier }) => carrier.rest()));
    await Promise.all(this.doors.map((door) => door.close()));
    clearTimeout(this.saving);
    this.save();
  }

  /** As OTKLIK_NETWORK_APIS has it. */
  get apis(): string {
    return this.doors.map(({ network, url }) => `${network}=${url}`).join(',');
  }

  /** Made at the first call, with a post to comment. */
  account(network: TownNetwork, page: string, title = page): TownAccount {
    const known = this.accounts.find((one) => one.network === network && one.page === page);
    if (known) return known;
    const account = this.add(network, page, title);
    account.post('Ремонт улицы Ленина начнётся в понедельник');
    return account;
  }

  known(network: string, page: string): TownAccount {
    const account = this.accounts.find((one) => one.network === network && one.page === page);
    if (!account) throw new NotThere(`There is no page ${page} in ${network}.`);
    return account;
  }

  namesIn(network: TownNetwork): readonly string[] {
    return this.names[network];
  }

  /** People begin to write under the pages of a district, or of all, and go on for so many minutes. */
  morning(plan: Omit<MorningPlan, 'pages'>, page?: string): void {
    const accounts = this.accounts.filter((one) => page === undefined || one.page === page);
    if (accounts.length === 0) throw new NotThere('There is no page to write under.');
    const comments = morningOf({ ...plan, pages: accounts.length });
    for (const { after, page: of, person, text, direct } of comments)
      this.comments.push(setTimeout(() => accounts[of]!.say({ person, text, direct }), after));
  }

  /** Calls after every change; answers how to end that. */
  watch(changed: () => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }

  private of(network: TownNetwork): readonly TownAccount[] {
    return this.accounts.filter((one) => one.network === network);
  }

  private add(network: TownNetwork, page: string, title: string): TownAccount {
    const account = new TownAccount(network, page, title, (name) => this.personId(network, name));
    account.simulator.changed = () => this.changed();
    this.accounts.push(account);
    return account;
  }

  private personId(network: TownNetwork, name: string): string {
    const names = this.names[network];
    if (!names.includes(name)) names.push(name);
    return this.of(network)[0]!.simulator.protocol.ids.person(names.indexOf(name) + 1);
  }

  private changed(): void {
    for (const watcher of this.watchers) watcher();
    if (this.file !== undefined) this.saving ??= setTimeout(() => this.save(), SAVE);
  }

  private save(): void {
    this.saving = undefined;
    if (this.file === undefined) return;
    const accounts = this.accounts.map(({ network, page, title, memory }) => ({ network, page, title, memory }));
    writeFileSync(`${this.file}.new`, JSON.stringify({ names: this.names, accounts } satisfies TownMemory));
    renameSync(`${this.file}.new`, this.file);
  }

  private recall(): void {
    if (this.file === undefined || !existsSync(this.file)) return;
    const { names, accounts } = JSON.parse(readFileSync(this.file, 'utf8')) as TownMemory;
    for (const network of TOWN_NETWORKS) this.names[network].push(...names[network]);
    for (const { network, page, title, memory } of accounts) this.add(network, page, title).recall(memory);
  }
}
