import { randomUUID } from 'node:crypto';
import type { Environment } from '@otklik/host';
import type { NetworkAccount } from '@otklik/tenancy';
import { sealNetworkSecrets } from '@otklik/vault';
import Fastify, { type FastifyInstance } from 'fastify';
import { Open311Routes } from './adapters/http/open311.routes.js';
import { intakeWorld, testSecret, type IntakeWorld } from '../intake-world.fixture.js';

/** Parameters of a form or an address; a list is the same name several times. */
export type Params = Readonly<Record<string, string | readonly string[]>>;

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** The service with its address, and a front-end with a key in each of two districts. */
export class Open311World {
  private constructor(
    readonly world: IntakeWorld,
    private readonly fastify: FastifyInstance,
    readonly url: string,
  ) {}

  static async start(environment: Environment = {}): Promise<Open311World> {
    const world = await intakeWorld({ OTKLIK_PUBLIC_URL: 'https://otklik.example', ...environment }, (code) => [
      accountOf(keyOf(code)),
      { ...accountOf(`${keyOf(code)}-off`), enabled: false },
      accountOf(`${keyOf(code)}-other`),
      accountOf(`${keyOf(code)}-vk`, 'VK', 'secret'),
    ]);
    const fastify = Fastify();
    await fastify.register(async (scope) => world.get(Open311Routes).register(scope));
    return new Open311World(world, fastify, await fastify.listen({ port: 0, host: '127.0.0.1' }));
  }

  async get(path: string, params: Params = {}, headers: Record<string, string> = {}): Promise<Answered> {
    const response = await fetch(`${this.url}/open311/v2/${path}?${written({ jurisdiction_id: 'aldan', ...params })}`, {
      headers,
    });
    return answered(response);
  }

  async post(path: string, params: Params, headers: Record<string, string> = {}): Promise<Answered> {
    const body = written({ jurisdiction_id: 'aldan', api_key: keyOf('aldan'), ...params });
    return answered(await fetch(`${this.url}/open311/v2/${path}`, { method: 'POST', body, headers }));
  }

  /** The id of a request that was posted with these parameters. */
  async posted(params: Params = {}, headers: Record<string, string> = {}): Promise<string> {
    const answer = await this.post('requests.json', { service_code: 'dorogi', description: 'Яма', ...params }, headers);
    const [{ service_request_id: id }] = JSON.parse(answer.body) as [{ service_request_id: string }];
    return id;
  }

  async request(id: string, params: Params = {}): Promise<Record<string, unknown>> {
    const [one] = JSON.parse((await this.get(`requests/${id}.json`, params)).body) as [Record<string, unknown>];
    return one;
  }

  /** Delivers what is recorded of an appeal to the service's own consumers. */
  async deliver(appeal: string, district = 1): Promise<void> {
    for (const fact of await this.world.store.read(district, appeal)) await this.world.deliver(fact);
  }

  async stop(): Promise<void> {
    await this.fastify.close();
    await this.world.stop();
  }
}

export function keyOf(district: string): string {
  return `key-of-${district}`;
}

function accountOf(key: string, network: NetworkAccount['network'] = 'OPEN311', name = 'apiKey'): NetworkAccount {
  const id = randomUUID();
  return {
    id,
    network,
    title: 'Сайт',
    settings: { site: 'https://fix.example' },
    enabled: true,
    secretsSetAt: {},
    sealed: sealNetworkSecrets(testSecret('network-account'), id, { values: { [name]: key } }),
  };
}

function written(params: Params): URLSearchParams {
  return new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one) => [name, one] as [string, string]),
    ),
  );
}

async function answered(response: Response): Promise<Answered> {
  return { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text() };
}
