import { Module } from '@nestjs/common';
import { evidenceChain } from '@otklik/event-store';
import { DATA_FOLDER, ENVIRONMENT, type Environment, type ServiceDefinition } from '@otklik/host';
import { openMailer } from '@otklik/host/mail';
import { Mailer, MailFailure } from '@otklik/kernel';
import { AccessRecordResolver } from './adapters/graphql/access-record.resolver.js';
import { AdministrationRecordResolver } from './adapters/graphql/administration-record.resolver.js';
import { CalendarResolver } from './adapters/graphql/calendar.resolver.js';
import { DistrictFileResolver } from './adapters/graphql/district-file.resolver.js';
import { MorningLetterResolver } from './adapters/graphql/morning-letter.resolver.js';
import { NetworkAccountResolver } from './adapters/graphql/network-account.resolver.js';
import { OfficialResolver } from './adapters/graphql/official.resolver.js';
import { PublicClientResolver } from './adapters/graphql/public-client.resolver.js';
import { SavedViewResolver } from './adapters/graphql/saved-view.resolver.js';
import { Accounts, InvitationSettings } from './store/accounts.js';
import { AnchorLetters } from './application/anchor-letters.js';
import { AnchorLetterClaims } from './store/anchor-letter-claims.js';
import { AdministrationRecords } from './store/administration-records.js';
import { Administer } from './application/administer.js';
import { FollowViews } from './application/follow-views.js';
import { KeepViews } from './application/keep-views.js';
import { SearchNews } from './application/search-news.js';
import { TypedWords } from './application/typed-words.js';
import { FollowedViews } from './store/followed-views.js';
import { SavedViews } from './store/saved-views.js';
import { AdministerCalendar } from './application/administer-calendar.js';
import { AdministerDistrictFile, AllowedBodyOrigins } from './application/administer-district-file.js';
import { AdministerOfficials } from './application/administer-officials.js';
import { NetworkAccounts, NetworkSettings } from './application/network-accounts.js';
import { NetworkAccountsOfDistrict } from './application/network-accounts-of-district.js';
import { PublicClients } from './application/public-clients.js';
import { OfficialsOfDistrict } from './application/officials-of-district.js';
import { MorningLetters } from './application/morning-letters.js';
import { OfficialsOnDuty } from './application/officials-on-duty.js';
import { SubstituteOfficials } from './application/substitute-officials.js';
import { Attempts } from './application/attempts.js';
import { CheckCredentials } from './application/check-credentials.js';
import { Credentials } from './store/credentials.js';
import { InvitationLetters, LetterSettings } from './application/invitation-letters.js';
import { Invitations, Provider } from './application/invitations.js';
import { SecondFactor } from './application/second-factor.js';
import { PasswordAttempts } from './application/password-attempts.js';
import { WorkChallenges } from './application/work-challenges.js';
import { MemoryAttempts } from './adapters/memory/memory-attempts.js';
import { InvitationRoutes } from './adapters/oidc/invitation.routes.js';
import { OidcRoutes } from './adapters/oidc/oidc.routes.js';
import { SignInSettings } from './adapters/oidc/sign-in-settings.js';
import { administrationConfig } from './config.js';
import { migrations } from './migrations.js';

/** The address for browsers of a process without a configured one. */
const DEFAULT_ORIGIN = 'http://localhost:4000';

function signInSettings(environment: Environment): SignInSettings {
  const { publicUrl = DEFAULT_ORIGIN, demonstration, audience } = administrationConfig(environment);
  return { origin: new URL(new URL(publicUrl).origin), demonstration, audience };
}

function provider(environment: Environment): Provider {
  const { issuer, publicUrl = '' } = administrationConfig(environment);
  return { issuer, desk: `${publicUrl.replace(/\/$/, '')}/desk` };
}

function networkSettings(environment: Environment): NetworkSettings {
  const { publicUrl = DEFAULT_ORIGIN, extraNetworks } = administrationConfig(environment);
  return { publicUrl, extraNetworks };
}

/** An administrator waits for the answer: a mail server that takes longer has failed. */
const MAIL_SILENCE_MS = 4_000;

function mailer(environment: Environment, dataDir: string): Mailer {
  const config = administrationConfig(environment);
  const isConfigured = config.smtpUrl !== undefined || config.letters !== undefined;
  return isConfigured ? openMailer(config, dataDir, MAIL_SILENCE_MS) : noMailer;
}

const noMailer: Mailer = {
  send: () => Promise.reject(new MailFailure('NOT_CONFIGURED', true)),
  close: () => undefined,
};

function letterSettings(environment: Environment): LetterSettings {
  const { language, mailFrom } = administrationConfig(environment);
  return { language, domain: mailFrom.slice(mailFrom.indexOf('@') + 1) };
}

@Module({
  providers: [
    OfficialResolver,
    MorningLetterResolver,
    SavedViewResolver,
    DistrictFileResolver,
    CalendarResolver,
    AdministrationRecordResolver,
    AccessRecordResolver,
    NetworkAccountResolver,
    PublicClientResolver,
    PublicClients,
    Administer,
    AdministerOfficials,
    SubstituteOfficials,
    MorningLetters,
    KeepViews,
    FollowViews,
    FollowedViews,
    TypedWords,
    SearchNews,
    SavedViews,
    OfficialsOnDuty,
    CheckCredentials,
    AnchorLetters,
    InvitationLetters,
    InvitationRoutes,
    Invitations,
    OidcRoutes,
    SecondFactor,
    AdministerDistrictFile,
    AdministerCalendar,
    OfficialsOfDistrict,
    NetworkAccounts,
    NetworkAccountsOfDistrict,
    { provide: NetworkSettings, useFactory: networkSettings, inject: [ENVIRONMENT] },
    WorkChallenges,
    { provide: Attempts, useClass: MemoryAttempts },
    PasswordAttempts,
    Credentials,
    { provide: SignInSettings, useFactory: signInSettings, inject: [ENVIRONMENT] },
    { provide: Provider, useFactory: provider, inject: [ENVIRONMENT] },
    Accounts,
    { provide: Mailer, useFactory: mailer, inject: [ENVIRONMENT, DATA_FOLDER] },
    { provide: LetterSettings, useFactory: letterSettings, inject: [ENVIRONMENT] },
    AnchorLetterClaims,
    AdministrationRecords,
    { provide: InvitationSettings, useFactory: administrationConfig, inject: [ENVIRONMENT] },
    { provide: AllowedBodyOrigins, useFactory: administrationConfig, inject: [ENVIRONMENT] },
  ],
})
class AdministrationModule {}

export { AnchorLetters, Invitations };

export const administrationService: ServiceDefinition = {
  name: 'administration',
  module: AdministrationModule,
  migrations,
  routes: OidcRoutes,
  chained: [
    evidenceChain('administration.record', {
      instants: ['at'],
      columns: ['by', 'kind', 'official', 'details', 'fingerprint', 'on_behalf_of'],
    }),
    evidenceChain('directory.entry', {
      recorded: 'recorded_at',
      holdsFrom: 'valid_from',
      instants: ['valid_from', 'recorded_at'],
      columns: ['kind', 'code', 'version', 'data'],
    }),
    evidenceChain('directory.entry_end', {
      subject: 'entry',
      recorded: 'recorded_at',
      holdsFrom: 'at',
      instants: ['at', 'recorded_at'],
      columns: [],
      recordsOf: { table: 'directory.entry', id: 'id', column: 'valid_to', as: 'at' },
    }),
    evidenceChain('evidence.access_record', {
      retention: 'SIGN_INS',
      instants: ['at'],
      columns: ['kind', 'official', 'detail'],
    }),
  ],
  operations: Invitations,
  connections: { app: 2, worker: 1 },
};
