import {
  Town,
  TownServer,
  type Saying,
  type SeenMessage,
  type SeenThread,
  type TownAccount,
  type TownNetwork,
} from '@otklik/network-simulators';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { demonstrationLogin, type World } from './world.js';

/** A page of a district in a network: what citizens do in it, and what they see there. */
export class NetworkPage {
  constructor(readonly account: TownAccount) {}

  /** What the administrator copies from the network's screens into the account: settings and secrets. */
  get credentials() {
    return this.account.credentials;
  }

  /** Whether the product has subscribed. */
  get isListenedTo(): boolean {
    return this.account.simulator.subscription !== undefined;
  }

  listenedTo(): Promise<true> {
    return eventually(() => Promise.resolve(this.isListenedTo || undefined), 30_000);
  }

  /** Under the first post, or where `thread`, `replyTo` or `direct` says. */
  say(saying: Saying): SeenMessage {
    return this.account.say(saying);
  }

  edit(id: string, text: string): SeenMessage {
    return this.account.edit(id, text);
  }

  remove(id: string): SeenMessage {
    return this.account.remove(id);
  }

  restore(id: string): SeenMessage {
    return this.account.restore(id);
  }

  like(id: string, times = 1): SeenMessage {
    return this.account.like(id, times);
  }

  thread(id: string): SeenThread {
    return this.account.thread(id);
  }

  /** Our messages in the thread. */
  ours(thread: string): readonly SeenMessage[] {
    return this.thread(thread).messages.filter(({ author }) => author === null);
  }

  /** Once a message of ours is in the thread. */
  answered(thread: string, text?: string | RegExp, withinMs = 30_000): Promise<SeenMessage> {
    const says = (one: SeenMessage) =>
      text === undefined || (typeof text === 'string' ? one.text.includes(text) : text.test(one.text));
    return eventually(() => {
      const found = this.ours(thread).find(says);
      if (found) return Promise.resolve(found);
      throw new Error(`no such answer is there: ${JSON.stringify(this.thread(thread).messages)}`);
    }, withinMs);
  }

  /** What goes wrong. Of a send and of a delivery: the next one alone. */
  readonly faults = {
    loseAnswerToSend: () => void this.account.simulator.api.faults.push('reset-after-effect'),
    /** It takes effect, and nothing is answered as long as the asker waits. */
    holdAnswerToSend: () => void this.account.simulator.api.faults.push('silent-after-effect'),
    refuseSend: () => void this.account.simulator.api.faults.push('server-error'),
    flood: () => void this.account.simulator.api.faults.push('flood'),
    loseAnswerToDelivery: () => void (this.account.simulator.deliveries.faults.loseAnswers += 1),
    deliverTwice: () => void (this.account.simulator.deliveries.faults.double += 1),
    closeComments: (thread: string, closed = true) => this.account.close(thread, closed),
    removePost: (thread: string) => this.account.removePost(thread),
    blockUs: (person: string, blocked = true) => this.account.allow(person, !blocked),
    revokeToken: (revoked = true) => this.account.revokeToken(revoked),
    loseRights: (lost = true) => this.account.loseRights(lost),
  };
}

/** The networks on this machine, for specs of the whole product; pass `environment` to `startWorld`. */
export class NetworksWorld {
  private constructor(
    readonly town: Town,
    private readonly server: TownServer,
  ) {}

  static async start(): Promise<NetworksWorld> {
    const town = await Town.start();
    return new NetworksWorld(town, await TownServer.start(town));
  }

  /** The page on which a person writes. */
  get url(): string {
    return this.server.url;
  }

  get environment(): Record<string, string> {
    return { OTKLIK_NETWORK_APIS: this.town.apis };
  }

  /** Of the district in the network; made at the first call, with a post to comment. */
  page(network: TownNetwork, district: string, title?: string): NetworkPage {
    return new NetworkPage(this.town.account(network, district, title));
  }

  /** The page of that name and title with an account of the district for it, entered by its administrator. Answers once the product listens. */
  async connect(
    world: Pick<World, 'ask'>,
    network: TownNetwork,
    district: string,
    title?: string,
    named = district,
  ): Promise<NetworkPage> {
    const page = this.page(network, named, title);
    await entered(world, district, page);
    await page.listenedTo();
    return page;
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.town.stop();
  }
}

const ADD = `mutation ($input: AddNetworkAccountInput!) {
  addNetworkAccount(input: $input) { __typename ... on NetworkAccountChange { account { id } } ... on Refusal { code message } }
}`;

/** By the district's administrator. Answers the account's id. */
async function entered(world: Pick<World, 'ask'>, district: string, { account }: NetworkPage): Promise<string> {
  const { network, title, credentials } = account;
  const values = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([name, value]) => ({ name, value }));
  const [settings, secrets] = [values(credentials.settings), values(credentials.secrets)];
  const input = { district, key: randomUUID(), network, title, settings, secrets };
  const { data, errors } = await world.ask(ADD, { input }, { as: demonstrationLogin(district, 'DISTRICT_ADMIN') });
  const added = data?.['addNetworkAccount'] as { readonly account?: { readonly id: string } } | undefined;
  if (!added?.account) throw new Error(`addNetworkAccount: ${JSON.stringify([added, errors])}`);
  return added.account.id;
}
