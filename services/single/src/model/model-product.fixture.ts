import { gatewayModule, readGatewayConfig } from '@otklik/gateway/module';
import {
  everyOf,
  runtimeOf,
  serviceModuleOf,
  startApplication,
  WatchTerms,
  type RunningApplication,
  type ServiceName,
} from '@otklik/host';
import { withTransport } from '@otklik/host/process';
import type { ConsumerDatabase } from '@otklik/messaging';
import { RecordBounce, ReturnPath, SendDueLetters } from '@otklik/notifications/module';
import { ReadModels } from '@otklik/read-models';
import { loadOfficials } from '@otklik/tenancy/loader';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { openComposition, sourcesOf, type Opened } from '../compose.js';
import { injected, type Injecting, type Post } from '../demo/ask.js';
import { ModelFiles } from './model-files.fixture.js';
import { trustedIssuer } from '../issuer.js';
import { services } from '../services.js';
import { SimulatedClock } from '../simulated-clock.js';
import { DrivenTransport } from './driven-transport.fixture.js';
import { ModelMail } from './model-mail.fixture.js';
import { districtsWithSignedNotices } from './signed-notices.fixture.js';

export interface Asked {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly code: string | undefined;
}

const ORIGIN = 'https://otklik.example';
/** Letters get a return address each; who reports is the model. */
const BOUNCES = { OTKLIK_BOUNCE_PORT: '1' };
/** The model asks more from one machine than any person. */
const NO_LIMITS = { OTKLIK_LIMIT_CODE_TRIES: '0', OTKLIK_LIMIT_ADDRESS: '0' };

/** All services on one database, by a settable clock, with deliveries, letters and warnings that happen on request. */
export class ModelProduct {
  readonly mail = new ModelMail();
  transport!: DrivenTransport;
  opened!: Opened;
  owner: pg.Pool | undefined;
  private clock = new SimulatedClock();
  private database!: TestDatabase;
  private running: RunningApplication | undefined;
  private post!: Post;
  files!: ModelFiles;
  private steps: (() => unknown)[] = [];
  private tokens = new Map<string, string>();
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'otklik-model-'));
  private readonly districts = districtsWithSignedNotices();
  private smtpUrl = '';

  async start(at: string): Promise<void> {
    process.env['OTKLIK_ROLE_SECRET'] = testRoleSecret;
    process.env['OTKLIK_DISTRICTS'] = this.districts;
    this.database = await testDatabase();
    this.smtpUrl = await this.mail.start();
    this.clock.set(at);
    await this.open(false);
    await loadOfficials(this.opened.ownerUrl, join(this.opened.config.districts, 'demo', 'officials.yaml'));
    await this.opened.directory.refresh();
    this.owner = new pg.Pool({ connectionString: this.opened.ownerUrl, max: 1 });
  }

  /** As after a crash: nothing is left but the database. */
  async restart(): Promise<void> {
    await this.close();
    const at = this.clock.now();
    this.clock = new SimulatedClock();
    this.clock.set(at);
    await this.open(true);
  }

  async stop(): Promise<void> {
    await this.close();
    await this.owner?.end();
    await this.mail.stop();
    await this.database.drop();
    for (const folder of [this.dataDir, dirname(this.districts)]) rmSync(folder, { recursive: true, force: true });
  }

  get now(): string {
    return this.clock.now();
  }

  set(at: string): void {
    this.clock.set(at);
  }

  /** `as`: login of an official; `token`: a resident's. */
  async ask(
    query: string,
    variables: object,
    by: { readonly as?: string; readonly token?: string } = {},
  ): Promise<Asked> {
    const token = by.token ?? (by.as === undefined ? undefined : await this.token(by.as));
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const { data, errors } = (await this.post({ query, variables }, headers)) as {
      readonly data?: Record<string, unknown> | null;
      readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
    };
    const [first] = errors ?? [];
    const code = first && (first.extensions?.code ?? first.message);
    return { data: data ?? null, code };
  }

  /** A resident for whom the issuer vouches. */
  async identified(name: string): Promise<string> {
    return (await this.opened.tokens.issue(`resident.${name}`, { identified: true })).token;
  }

  /** Every letter that is due; those that failed or rested before are due `hours` later. */
  async sendLetters(hours: number): Promise<number> {
    await this.owner!.query(
      `update notifications.delivery set next_at = coalesce(begun_at, next_at - interval '1 day'), claimed_until = null,
         begun_at = begun_at - $1 * interval '1 hour' where state = 'PENDING' and way = 'EMAIL'`,
      [hours],
    );
    const letters = this.running!.app.get(SendDueLetters, { strict: false });
    let sent = 0;
    for (let more = await letters.sendDue(1); more > 0; more = await letters.sendDue(1)) sent += more;
    return sent;
  }

  /** A mail server reports that the letter could not be delivered; answers its notice. */
  async comeBack(path: string): Promise<string> {
    const due = this.get(ReturnPath).read(path);
    if (!due) throw new Error(`A letter has no return address: ${path}`);
    await this.get(RecordBounce).record(due, '5.1.1');
    return due.notice;
  }

  /** Of the appeals' terms and of the questions'. */
  async warnOfTerms(): Promise<number> {
    let given = 0;
    for (const terms of everyOf(this.running!.app, WatchTerms)) given += await terms.warnDue();
    return given;
  }

  readModels(): ReadModels {
    return this.running!.app.get(ReadModels, { strict: false });
  }

  /** A provider of the services' modules. */
  get<Provider>(token: new (...given: never[]) => Provider): Provider {
    return this.running!.app.get(token, { strict: false });
  }

  private async token(login: string): Promise<string> {
    const known = this.tokens.get(login);
    if (known) return known;
    const { token } = await this.opened.tokens.issue(login);
    this.tokens.set(login, token);
    return token;
  }

  private async open(prepared: boolean): Promise<void> {
    const teardown = (step: () => unknown): void => void this.steps.push(step);
    const { dataDir, clock } = this;
    this.opened = await openComposition({
      dataDir,
      databaseUrl: this.database.url,
      embedded: false,
      prepared,
      clock,
      teardown,
      environment: { ...BOUNCES, OTKLIK_PUBLIC_URL: ORIGIN, SMTP_URL: this.smtpUrl, MAIL_FROM: 'priem@otklik.example' },
    });
    this.transport = transportOf(this.opened);
    await this.listen();
  }

  private async listen(): Promise<void> {
    const { config, logger, directory, secrets, tokens, own, priority } = this.opened;
    const module = gatewayModule({
      services: services.map((one) => serviceModuleOf(one, withTransport(own.get(one.name)!, this.transport))),
      priority,
      directory,
      logger,
      secret: secrets.forPurpose,
      issuer: trustedIssuer(config, tokens),
      now: () => this.clock.now(),
      config: readGatewayConfig(NO_LIMITS),
      loopback: true,
    });
    const running = await startApplication({
      module,
      logger,
      host: '127.0.0.1',
      port: 0,
      waitingFor: async () => [],
      beforeListening: async (app) => {
        await app.get(ReadModels, { strict: false }).start();
        for (const consumer of runtimeOf(app).consumers) await this.transport.follow(consumer);
      },
    });
    this.running = running;
    this.post = injected(running.fastify as unknown as Injecting);
    this.files = new ModelFiles(running.fastify, (login) => this.token(login));
    this.steps.push(() => running.close());
  }

  private async close(): Promise<void> {
    await this.running?.app.get(ReadModels, { strict: false }).stop();
    for (const step of this.steps.reverse()) await step();
    this.steps = [];
  }
}

function transportOf({ own, logger }: Opened): DrivenTransport {
  const databases: Partial<Record<ServiceName, ConsumerDatabase>> = {};
  for (const [name, { database, worker }] of own) databases[name] = { database, worker };
  return new DrivenTransport(sourcesOf(services, own), databases as Record<string, ConsumerDatabase>, logger);
}
