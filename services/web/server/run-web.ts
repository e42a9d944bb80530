import { Inject, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { startApplication } from '@otklik/host';
import type { StartedProcess, Teardown } from '@otklik/host/process';
import { compact } from '@otklik/kernel';
import { createLogger } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import { readWebConfig } from './config.js';
import { gatewayPorts } from './gateway-ports.js';
import { WEB } from './reader.js';
import { webRoutes, type WebOptions } from './web.module.js';

export { gatewayPorts, WEB };

const OPTIONS = Symbol('WebOptions');

@Module({})
class WebModule {}

class WebRoutes implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(OPTIONS) private readonly options: WebOptions,
  ) {}

  async onModuleInit(): Promise<void> {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    await fastify.register(async (scope) => webRoutes(scope, this.options));
  }
}

/** Pages and static files as a process of their own, behind the gateway; it asks the gateway as any front-end does. */
export async function runWeb(teardown: Teardown): Promise<StartedProcess> {
  const { host, port, metricsToken, logLevel, gateway, clamd, maps } = readWebConfig();
  const logger = createLogger({ level: logLevel, service: WEB });
  const application = await startApplication({
    logger,
    host,
    port,
    metricsToken,
    module: webModule({
      residents: gatewayPorts(gateway, logger),
      scansFiles: clamd !== undefined,
      ...compact({ maps }),
    }),
    behindEdge: true,
    waitingFor: async () => [],
  });
  teardown(() => application.close());
  return { url: application.url };
}

export function webModule(options: WebOptions): DynamicModule {
  return { module: WebModule, providers: [{ provide: OPTIONS, useValue: options }, WebRoutes] };
}
