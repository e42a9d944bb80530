import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TownAccount } from './town-account.js';
import type { TownNetwork } from './town-networks.js';

/** The API of a network on a port: one address for all its accounts, as in the world; whose token it is, his it is. */
export class Door {
  private readonly server: Server;

  constructor(
    readonly network: TownNetwork,
    private readonly accounts: () => readonly TownAccount[],
  ) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  async open(port: number): Promise<void> {
    await new Promise<void>((ready, failed) =>
      this.server.once('error', failed).listen(port, '127.0.0.1', () => ready()),
    );
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const shown = `${decodeURIComponent(request.url ?? '')} ${request.headers.authorization ?? ''}`;
    const file = /\/files\/(\w+)/.exec(shown)?.[1];
    const account =
      this.accounts().find(({ tokens }) => tokens.some((token) => shown.includes(token))) ??
      (file === undefined ? this.accounts()[0] : this.accounts().find((one) => one.file(file)));
    if (!account) return void response.writeHead(404).end();
    // Its clock goes on also while a delivery is under way: limits are counted by the second.
    account.simulator.world.now = Math.max(Date.now(), account.simulator.world.now);
    await account.simulator.api.answer(request, response);
    account.carrier.look();
  }
}
