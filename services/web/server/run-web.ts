import { Inject, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { startApplication } from '@otklik/host';
import type { StartedProcess, Teardown } from '@otklik/host/process';
import { createLogger } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import { readWebConfig } from './config.js';
import { gatewayPorts } from './gateway-ports.js';
import { WEB } from './reader.js';
import { webRoutes, type ResidentPorts } from './web.module.js';

export { gatewayPorts, WEB };

const RESIDENTS = Symbol('ResidentPorts');

@Module({})
class WebModule {}

class WebRoutes implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(RESIDENTS) private readonly residents: ResidentPorts,
  ) {}

  async onModuleInit(): Promise<void> {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    await fastify.register(async (scope) => webRoutes(scope, { residents: this.residents }));
  }
}

/** Pages and static files as a process of their own, behind the gateway; it asks the gateway as any front-end does. */
export async function runWeb(teardown: Teardown): Promise<StartedProcess> {
  const { host, port, metricsToken, logLevel, gateway } = readWebConfig();
  const logger = createLogger({ level: logLevel, service: WEB });
  const application = await startApplication({
    ...{ logger, host, port, metricsToken },
    module: webModule(gatewayPorts(gateway, logger)),
    behindEdge: true,
    waitingFor: async () => [],
  });
  teardown(() => application.close());
  return { url: application.url };
}

export function webModule(residents: ResidentPorts): DynamicModule {
  return { module: WebModule, providers: [{ provide: RESIDENTS, useValue: residents }, WebRoutes] };
}
