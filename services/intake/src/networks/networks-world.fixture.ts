import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryKept, type appealEvents } from '@otklik/contracts/intake.events';
import type { FactsOf } from '@otklik/contracts/declare-event';
import type { RecordedEvent } from '@otklik/event-store';
import type { Network, RawDelivery } from '@otklik/networks';
import { Town, type Simulator, type TownAccount, type TownNetwork } from '@otklik/network-simulators';
import type { NetworkAccount } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { sealNetworkSecrets } from '@otklik/vault';
import Fastify, { type FastifyInstance } from 'fastify';
import { freePort } from '../../../../deploy/stack/ports.js';
import { NetworkRoutes } from './adapters/http/networks.routes.js';
import { Listen } from './application/listen.js';
import { TellCases } from './application/tell-cases.js';
import { intakeWorld, testSecret, type IntakeWorld } from '../intake-world.fixture.js';

/** A header of deliveries whose answer is never given. */
const KILLED = 'x-killed';

type DeliveryAnswer = Awaited<ReturnType<Simulator['deliver']>>;
type Fact = FactsOf<typeof appealEvents>;
/** A fact of an appeal as it is stored: its personal fields sealed. */
export type Stored = Fact & { readonly id: string; readonly appeal: string; readonly district: number };

/** The service with its address, and the networks on this machine. Districts: aldan, tompo, each with a page in each network. */
export class NetworksOfIntake {
  /** Deliveries are held: they are brought by hand, and in any order. */
  isHeld = false;
  private read = 0;
  private readonly kept: RecordedEvent[] = [];
  private readonly storedFacts: { readonly fact: Stored; readonly ref: string }[] = [];

  private constructor(
    readonly world: IntakeWorld,
    readonly town: Town,
    private readonly fastify: FastifyInstance,
    readonly url: string,
    readonly accounts: ReadonlyMap<string, NetworkAccount>,
  ) {}

  /** `others`: an account of each district more, of a network that is not in the town. */
  static async start(
    networks: readonly TownNetwork[],
    others: Readonly<Record<string, NetworkAccount>> = {},
  ): Promise<NetworksOfIntake> {
    const town = await Town.start();
    const fastify = Fastify();
    const made = new Map(
      ['aldan', 'tompo'].flatMap((district) =>
        networks.map((network) => [`${network} ${district}`, accountOf(town.account(network, district))] as const),
      ),
    );
    const of = (district: string) => [
      ...[...made].filter(([key]) => key.endsWith(district)).map(([, account]) => account),
      ...(others[district] ? [others[district]] : []),
    ];
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const world = await intakeWorld({ OTKLIK_PUBLIC_URL: url, OTKLIK_NETWORK_APIS: town.apis }, of, true);
    const self = new NetworksOfIntake(world, town, fastify, url, made);
    fastify.addHook('onSend', async (request, reply) => {
      if (KILLED in request.headers && reply.statusCode < 300) reply.raw.destroy();
    });
    for (const { simulator } of town.accounts)
      simulator.listen((delivery) => (self.isHeld ? busy() : self.bring(simulator, delivery)));
    await fastify.register(async (scope) => world.get(NetworkRoutes).register(scope));
    await fastify.listen({ port, host: '127.0.0.1' });
    return self;
  }

  page(network: TownNetwork, district = 'aldan'): TownAccount {
    return this.town.account(network, district);
  }

  account(network: TownNetwork, district = 'aldan'): NetworkAccount {
    return this.accounts.get(`${network} ${district}`)!;
  }

  /** As at a start: every account is looked at and read. */
  async listen(): Promise<void> {
    await this.world.resources.worker.query('update intake.listening set next_at = now(), looked_at = null');
    while ((await this.world.get(Listen).listenDue()) > 0);
  }

  /** Over HTTP, as the network does. */
  async bring({ subscription }: Simulator, { body, headers, query }: RawDelivery): Promise<DeliveryAnswer> {
    const url = new URL(subscription!.url);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const answer = await fetch(url, { method: 'POST', headers: { ...headers }, body: Buffer.from(body) });
    return { status: answer.status, body: await answer.text(), headers: Object.fromEntries(answer.headers) };
  }

  /** Repeats the last delivery; with another secret, if one is given. */
  again({ simulator }: TownAccount, told = simulator.deliveries.told.at(-1)!, secret = simulator.subscription!.secret) {
    return this.bring(simulator, simulator.raw(simulator.protocol.present(told.body, secret)));
  }

  /** The same, and the process is killed when it is kept and before it answers: this delivery's alone. Rejects. */
  killed({ simulator }: TownAccount): Promise<DeliveryAnswer> {
    const delivery = simulator.raw(
      simulator.protocol.present(simulator.deliveries.told.at(-1)!.body, simulator.subscription!.secret),
    );
    return this.bring(simulator, { ...delivery, headers: { ...delivery.headers, [KILLED]: 'yes' } });
  }

  /** Our services read what was kept. */
  async readDeliveries(): Promise<void> {
    await this.readLog();
    for (const fact of this.kept.splice(0)) await this.world.deliver(fact);
  }

  /** Our services read what was kept, and tell it to the cases, until nothing is left. */
  async settle(): Promise<void> {
    await this.readDeliveries();
    const cases = this.world.get(TellCases);
    // Two copies at once.
    const told = async () => Math.max(...(await Promise.all([cases.tellDue(), cases.tellDue()])));
    while ((await told()) > 0);
    await this.readLog();
  }

  /** Facts of appeals, in their order, from both districts. */
  async facts(): Promise<readonly Stored[]> {
    await this.readLog();
    return this.storedFacts.map(({ fact }) => fact);
  }

  private async readLog(): Promise<void> {
    for (;;) {
      const events = await this.world.log.read(this.read, 500);
      if (events.length === 0) return;
      this.read = events.at(-1)!.position;
      this.kept.push(...events.filter(({ type }) => type === DeliveryKept.type));
      for (const { type, data, id, stream, district } of events.filter((one) => one.type !== DeliveryKept.type)) {
        const fact = { ...(data as Fact), type, id, appeal: stream, district } as Stored;
        this.storedFacts.push({ fact, ref: (await this.open(fact, 'sourceRef')) ?? '{}' });
      }
    }
  }

  /** Facts of that type about a message of the page; once there are so many. */
  about(page: TownAccount, id: string, type: Fact['type'], count = 1): Promise<readonly Stored[]> {
    const account = this.account(page.network, page.page).id;
    const isAbout = (json: string) => {
      const ref = JSON.parse(json) as { readonly account?: string; readonly id?: string };
      return ref.account === account && ref.id === id;
    };
    return eventually(async () => {
      await this.settle();
      const found = this.storedFacts.filter(({ fact, ref }) => fact.type === type && isAbout(ref));
      if (found.length >= count) return found.map(({ fact }) => fact);
      throw new Error(`${found.length} of ${count} ${type}`);
    });
  }

  async open(fact: Stored, field: string): Promise<string | undefined> {
    const sealed = (fact as unknown as Record<string, string | undefined>)[field];
    if (sealed === undefined) return undefined;
    return this.world.vault.open(fact.district, sealed, { eventId: fact.id, field });
  }

  async stop(): Promise<void> {
    await this.town.stop();
    await this.fastify.close();
    await this.world.stop();
  }
}

/** Not now, and not at once again. */
async function busy(): Promise<DeliveryAnswer> {
  await sleep(20);
  return { status: 503, body: '', headers: { 'retry-after': '1' } };
}

export function accountOf({
  network,
  credentials,
  title,
}: Pick<TownAccount, 'credentials' | 'title'> & { readonly network: Network }): NetworkAccount {
  const id = randomUUID();
  const secret = randomBytes(16).toString('hex');
  const secrets = { values: { ...credentials.secrets, secret } };
  return {
    id,
    network,
    title,
    settings: credentials.settings,
    enabled: true,
    secretsSetAt: {},
    sealed: sealNetworkSecrets(testSecret('network-account'), id, secrets),
  };
}
