import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectProcessMetrics, durations, metrics, type Logger } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import { showsMetrics } from './metrics-access.js';
import { demandMinDataRate, type MinDataRate } from './min-data-rate.js';
import { nestLogger } from './nest-logger.js';
import { logRequests } from './request-log.js';
import { traceRequests } from './request-span.js';

export type Routes = (fastify: FastifyInstance) => Promise<void> | void;

export interface ApplicationOptions {
  readonly module: DynamicModule;
  readonly logger: Logger;
  readonly host: string;
  /** Bearer token that `/metrics` requires; without one, metrics are served to this machine only. */
  readonly metricsToken?: string | undefined;
  /** Where everybody reaches the process, through a proxy. */
  readonly publicUrl?: string | undefined;
  /** 0 = any free one. */
  readonly port: number;
  /** Dependencies that are not ready, named for the operator; empty when the process can serve requests. */
  readonly waitingFor: () => Promise<readonly string[]>;
  /**
   * Parts that may fail while the process serves everybody else: reasons by part, empty where it is whole. `/health/ready`
   * names them and stays 200, `/health/ready/<part>` is 503.
   */
  readonly parts?: Readonly<Record<string, () => Promise<readonly string[]>>>;
  /** Beside the module's own. */
  readonly routes?: readonly Routes[];
  /** Addresses of proxies whose `X-Forwarded-For` is trusted; none by default. */
  readonly trustProxy?: string;
  /** Only the edge calls this process: client address and request id are taken from its headers. */
  readonly behindEdge?: boolean;
  /** Runs when the module's providers exist, before the process listens. */
  readonly beforeListening?: (app: INestApplicationContext) => Promise<void>;
  /** Of bodies; `MIN_DATA_RATE` when absent. */
  readonly dataRate?: MinDataRate;
  /** Of heads; `HEAD_TIMES` when absent. */
  readonly headTimes?: HeadTimes;
  /** How long pending requests may take at shutdown, ms. */
  readonly graceMs?: number;
}

export interface RunningApplication {
  /** `http://127.0.0.1:4000` */
  readonly url: string;
  readonly fastify: FastifyInstance;
  readonly app: INestApplicationContext;
  /** Stops: not ready, no new requests, pending ones finish within `graceMs`. Idempotent. */
  close(): Promise<void>;
}

/** Default limit of a request body, bytes. */
export const BODY_LIMIT = 256 * 1024;
const SHUTDOWN_TIMEOUT_MS = 7_000;

export interface HeadTimes {
  readonly timeoutMs: number;
  /** How often connections are looked at: the head of a request that stays away is waited for so much longer. */
  readonly checkEveryMs: number;
}

export const HEAD_TIMES: HeadTimes = { timeoutMs: 20_000, checkEveryMs: 5_000 };

/** The process's web server: the module, `/health/live`, `/health/ready`, `/metrics`. Resolves when it listens. */
export async function startApplication(options: ApplicationOptions): Promise<RunningApplication> {
  const { timeoutMs, checkEveryMs } = options.headTimes ?? HEAD_TIMES;
  const adapter = new FastifyAdapter({
    logger: false,
    bodyLimit: BODY_LIMIT,
    // Of the head alone: how long a body may take depends on its size, and on the line of who sends it.
    http: { headersTimeout: timeoutMs, connectionsCheckingInterval: checkEveryMs },
    genReqId: ({ headers }: IncomingMessage) =>
      (options.behindEdge ? String(headers['x-request-id'] ?? '') : '') || randomUUID(),
    trustProxy: options.behindEdge ?? options.trustProxy ?? false,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const app = await NestFactory.create<NestFastifyApplication>(options.module, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: nestLogger(options.logger),
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  const state = { stopping: false };
  demandMinDataRate(fastify, options.dataRate);
  guardBrowsers(fastify, options.publicUrl);
  traceRequests(fastify);
  logRequests(fastify, options.logger);
  health(fastify, async () => (state.stopping ? ['stopping'] : options.waitingFor()), options.parts ?? {});
  closeConnectionsWhenStopping(fastify, state);
  metricsRoute(fastify, options);
  for (const routes of options.routes ?? []) await fastify.register(async (scope) => void (await routes(scope)));
  await app.init();
  await options.beforeListening?.(app);
  await app.listen({ port: options.port, host: options.host });
  options.logger.info('started', { ms: Math.round(performance.now()) });
  return {
    url: urlOf(fastify, options.host),
    fastify,
    app,
    close: once(async () => {
      state.stopping = true;
      const begun = performance.now();
      options.logger.info('stopping');
      await closeWithin(app, fastify, options.graceMs ?? SHUTDOWN_TIMEOUT_MS);
      options.logger.info('stopped', { ms: Math.round(performance.now() - begun) });
    }),
  };
}

function health(
  fastify: FastifyInstance,
  waitingFor: ApplicationOptions['waitingFor'],
  parts: NonNullable<ApplicationOptions['parts']>,
): void {
  collectProcessMetrics();
  const seconds = durations('otklik_http_seconds', 'Duration of HTTP requests', ['method', 'route', 'status']);
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  fastify.get('/health/live', async () => ({ status: 'live' }));
  fastify.get('/health/ready', async (_, reply) => {
    const waiting = await waitingFor();
    if (waiting.length > 0) return reply.code(503).send({ status: 'waiting', waiting });
    const found: Record<string, readonly string[]> = {};
    for (const [name, failing] of Object.entries(parts)) found[name] = await reasons(failing);
    return reply.code(200).send({ status: 'ready', waiting, parts: found });
  });
  for (const [name, failing] of Object.entries(parts))
    fastify.get(`/health/ready/${name}`, async (_, reply) => {
      const waiting = await reasons(failing);
      return reply
        .code(waiting.length === 0 ? 200 : 503)
        .send({ status: waiting.length === 0 ? 'ready' : 'waiting', waiting });
    });
}

/** A part that cannot be asked is not known to be whole. */
function reasons(failing: () => Promise<readonly string[]>): Promise<readonly string[]> {
  return failing().catch(() => ['its state cannot be read']);
}

/** A browser takes no answer for another type than it says, and comes back by TLS alone where it came so (RFC 6797). */
function guardBrowsers(fastify: FastifyInstance, publicUrl: string | undefined): void {
  const isSecure = publicUrl?.startsWith('https:') === true;
  fastify.addHook('onRequest', (_, reply, done) => {
    void reply.header('x-content-type-options', 'nosniff');
    if (isSecure) void reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
}

/** A keep-alive connection would delay the shutdown until its timeout. */
function closeConnectionsWhenStopping(fastify: FastifyInstance, state: { readonly stopping: boolean }): void {
  fastify.addHook('onSend', (_, reply, __, done) => {
    if (state.stopping) void reply.header('connection', 'close');
    done();
  });
}

function metricsRoute(fastify: FastifyInstance, options: ApplicationOptions): void {
  fastify.get('/metrics', async ({ headers }, reply) => {
    if (showsMetrics(options, headers)) return reply.type(metrics.contentType).send(await metrics.metrics());
    return reply.code(401).header('www-authenticate', 'Bearer').send({ needs: 'OTKLIK_METRICS_TOKEN' });
  });
}

/** Requests that do not end within `graceMs` are cut off, so that the shutdown time is bounded. */
async function closeWithin(app: NestFastifyApplication, fastify: FastifyInstance, graceMs: number): Promise<void> {
  const cut = setTimeout(() => fastify.server.closeAllConnections(), graceMs);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}

function urlOf(fastify: FastifyInstance, host: string): string {
  const { port } = fastify.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
