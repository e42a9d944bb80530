import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@otklik/host';
import { migrations } from './migrations.js';

@Module({ providers: [] })
class AdministrationModule {}

export const administrationService: ServiceDefinition = {
  name: 'administration',
  module: AdministrationModule,
  migrations,
  connections: { app: 2, worker: 1 },
};
