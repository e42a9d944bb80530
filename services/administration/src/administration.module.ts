import { Module } from '@nestjs/common';
import { ENVIRONMENT, type ServiceDefinition } from '@otklik/host';
import { AdministrationRecordResolver } from './adapters/graphql/administration-record.resolver.js';
import { DistrictFileResolver } from './adapters/graphql/district-file.resolver.js';
import { OfficialResolver } from './adapters/graphql/official.resolver.js';
import { InvitationSettings, PostgresAccounts } from './adapters/postgres/postgres-accounts.js';
import { PostgresAdministrationRecords } from './adapters/postgres/postgres-administration-records.js';
import { Accounts } from './application/accounts.js';
import { Administer } from './application/administer.js';
import { AdministerDistrictFile } from './application/administer-district-file.js';
import { AdministerOfficials } from './application/administer-officials.js';
import { AdministrationRecords } from './application/administration-records.js';
import { OfficialsOfDistrict } from './application/officials-of-district.js';
import { administrationConfig } from './config.js';
import { migrations } from './migrations.js';

@Module({
  providers: [
    OfficialResolver,
    DistrictFileResolver,
    AdministrationRecordResolver,
    Administer,
    AdministerOfficials,
    AdministerDistrictFile,
    OfficialsOfDistrict,
    { provide: Accounts, useClass: PostgresAccounts },
    { provide: AdministrationRecords, useClass: PostgresAdministrationRecords },
    { provide: InvitationSettings, useFactory: administrationConfig, inject: [ENVIRONMENT] },
  ],
})
class AdministrationModule {}

export const administrationService: ServiceDefinition = {
  name: 'administration',
  module: AdministrationModule,
  migrations,
  connections: { app: 2, worker: 1 },
};
