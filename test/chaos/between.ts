import type { StackPorts } from '../../deploy/stack/ports.js';
import { faultProxy, type Fault, type FaultProxy } from './fault-proxy.js';

export const proxied = ['postgres', 'kafka', 'search'] as const;
export type Proxied = (typeof proxied)[number];

/** Proxies that stand between the services and each of their servers. */
export interface Between {
  /** Before all brokers at once. */
  be(server: Proxied, fault: Fault): void;
  /** The port at which broker `n` must tell clients to find it. */
  broker(n: number): number;
  /** The servers' addresses as a service shall be told them. */
  through(servers: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function standBetween(ports: StackPorts, brokers: 1 | 3): Promise<Between> {
  const numbers = Array.from({ length: brokers }, (_, at) => at + 1);
  const before: Readonly<Record<Proxied, readonly FaultProxy[]>> = {
    postgres: [await faultProxy(ports.postgres)],
    search: [await faultProxy(ports.elasticsearch)],
    kafka: await Promise.all(numbers.map((n) => faultProxy(ports.kafka(n)))),
  };
  const [postgres, search] = [before.postgres[0]!, before.search[0]!];
  return {
    be: (server, fault) => before[server].forEach((proxy) => proxy.be(fault)),
    broker: (n) => before.kafka[n - 1]!.port,
    through: (servers) => ({
      ...servers,
      DATABASE_URL: moved(servers['DATABASE_URL']!, postgres.port),
      ELASTICSEARCH_URL: moved(servers['ELASTICSEARCH_URL']!, search.port),
    }),
    close: async () => {
      for (const proxy of Object.values(before).flat()) await proxy.close();
    },
  };
}

function moved(address: string, port: number): string {
  const url = new URL(address);
  url.port = String(port);
  return url.href.replace(/\/$/, '');
}
