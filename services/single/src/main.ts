import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

/** What the start script hands over. */
export interface MainOptions {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Of the owner, who may create roles. */
  readonly databaseUrl: string;
  /** The server is ours: started with this process, stopped with it. */
  readonly embedded: boolean;
  /** Registers what is to be undone at the end; newest first. */
  teardown(step: () => unknown): void;
}

@Controller('health')
class HealthController {
  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  ready(): { status: string } {
    return { status: 'ok' };
  }
}

@Module({ controllers: [HealthController] })
class SingleModule {}

/** Resolves when requests are answered. */
export async function main(options: MainOptions): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(SingleModule, new FastifyAdapter(), {
    logger: ['error'],
  });
  options.teardown(() => app.close());
  await app.listen(options.port, options.host);
}
