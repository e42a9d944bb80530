import { createServer } from 'node:net';

/** Size of a checkout's block of loopback ports. The first twenty are for the product's own processes. */
export const PORT_BLOCK_SIZE = 100;
export const DEFAULT_BASE = 19_000;

export interface StackPorts {
  readonly elasticsearch: number;
  readonly elasticsearchTransport: number;
  readonly postgres: number;
  readonly keycloak: number;
  /** The page of the simulated networks, and the first of their APIs: one after the other. */
  readonly networks: number;
  readonly networkApis: number;
  /** Ports of broker `n` (1 to 3): for clients, and between controllers. */
  kafka(n: number): number;
  controller(n: number): number;
  /** For clients over TLS with SASL, if enabled. */
  kafkaSecured(n: number): number;
}

export function stackPorts(base: number): StackPorts {
  return {
    elasticsearch: base + 20,
    elasticsearchTransport: base + 30,
    postgres: base + 32,
    keycloak: base + 34,
    networks: base + 40,
    networkApis: base + 41,
    controller: (n) => base + 80 + n,
    kafka: (n) => base + 90 + n,
    kafkaSecured: (n) => base + 93 + n,
  };
}

/** Whether the port has no listener. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => answer(true)));
  });
}

/**
 * A free port for specs and benches, below those that the system gives to outgoing connections (32,768 and above): one of
 * these may be taken again between this look and the start of the process that listens.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = 10_000 + Math.floor(Math.random() * 9_000);
    if (await portIsFree(port)) return port;
  }
  throw new Error('No free port was found.');
}

/** A base whose whole block is free, below the ephemeral ports; for specs and benches. */
export async function freePortBase(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const base = 20_000 + PORT_BLOCK_SIZE * Math.floor(Math.random() * 120);
    const { kafka, controller, kafkaSecured, ...others } = stackPorts(base);
    const ports = [...Object.values(others), ...[1, 2, 3].flatMap((n) => [kafka(n), controller(n), kafkaSecured(n)])];
    if ((await Promise.all(ports.map(portIsFree))).every(Boolean)) return base;
  }
  throw new Error('No free block of ports was found.');
}
