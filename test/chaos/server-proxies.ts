import type { StackPorts } from '../../deploy/stack/ports.js';
import { faultProxy, type Fault, type FaultProxy } from './fault-proxy.js';

export const proxiedServers = ['postgres', 'kafka', 'search'] as const;
export type ProxiedServer = (typeof proxiedServers)[number];

/** Fault proxies between the services and each of their servers. */
export interface ServerProxies {
  /** For Kafka, at all brokers. */
  inject(server: ProxiedServer, fault: Fault): void;
  /** The port that broker `n` must advertise. */
  brokerPort(n: number): number;
  /** The variables with the servers' addresses, led through the proxies. */
  addresses(servers: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function proxyServers(ports: StackPorts, brokers: 1 | 3): Promise<ServerProxies> {
  const numbers = Array.from({ length: brokers }, (_, at) => at + 1);
  const before: Readonly<Record<ProxiedServer, readonly FaultProxy[]>> = {
    postgres: [await faultProxy(ports.postgres)],
    search: [await faultProxy(ports.elasticsearch)],
    kafka: await Promise.all(numbers.map((n) => faultProxy(ports.kafka(n)))),
  };
  const [postgres, search] = [before.postgres[0]!, before.search[0]!];
  return {
    inject: (server, fault) => before[server].forEach((proxy) => proxy.inject(fault)),
    brokerPort: (n) => before.kafka[n - 1]!.port,
    addresses: (servers) => ({
      ...servers,
      DATABASE_URL: withPort(servers['DATABASE_URL']!, postgres.port),
      ELASTICSEARCH_URL: withPort(servers['ELASTICSEARCH_URL']!, search.port),
    }),
    close: async () => {
      for (const proxy of Object.values(before).flat()) await proxy.close();
    },
  };
}

function withPort(address: string, port: number): string {
  const url = new URL(address);
  url.port = String(port);
  return url.href.replace(/\/$/, '');
}
