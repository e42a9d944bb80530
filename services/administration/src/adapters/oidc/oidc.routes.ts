import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { networkOf, PROVIDER_PATH, type HttpRoutes, type Language } from '@otklik/host';
import { requestContext } from '@otklik/host/graphql';
import { AccessRecords, Database, Directory, originsOf, publicClient, type PublicClient } from '@otklik/tenancy';
import { Clock } from '@otklik/kernel';
import { Secrets } from '@otklik/vault';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { default as Provider } from 'oidc-provider';
import { CheckCredentials, type CredentialsAnswer, type Proven } from '../../application/check-credentials.js';
import type { PasswordOrigin } from '../../application/password-attempts.js';
import { SecondFactor } from '../../application/second-factor.js';
import type { WorkChallenge } from '../../application/work-challenges.js';
import { SignInSettings } from './sign-in-settings.js';
import { DeviceCookie } from './device-cookie.js';
import { demonstrationList, shortName } from './demonstration.js';
import { InvitationRoutes } from './invitation.routes.js';
import {
  codePage,
  expiredPage,
  pagePolicy,
  pagePolicyTo,
  setUpPage,
  signInPage,
  type PageFrame,
  type Try,
} from './pages.js';
import { openProvider, SIGN_IN_PATH } from './provider.js';
import { signInFiles } from './sign-in-files.js';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** Between the password and the code; kept in the interaction, which only its browser can go on with. */
interface Pending extends Proven {
  /** Of a second factor that is being set up. */
  readonly secret?: string;
}

interface Step {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly provider: Provider;
  readonly interaction: Interaction;
  /** Where the official signs in, if that is not the desk. */
  readonly frontEnd: PublicClient | undefined;
}

const MAX_FORM_BYTES = 16 * 1024;

/** The embedded OIDC provider and its pages under `/oidc`. */
@Injectable()
export class OidcRoutes implements HttpRoutes {
  private provider: Promise<Provider> | undefined;
  private readonly devices: DeviceCookie;

  constructor(
    private readonly credentials: CheckCredentials,
    private readonly secondFactor: SecondFactor,
    private readonly invitations: InvitationRoutes,
    private readonly settings: SignInSettings,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {
    this.devices = new DeviceCookie(secrets.of('sign-in-device'), settings.origin);
  }

  async register(fastify: FastifyInstance): Promise<void> {
    await fastify.register(async (scope) => {
      pageScope(scope, this.settings.origin);
      await signInFiles(scope);
      this.invitations.register(scope, (request) => this.frame(request));
      scope.get(`${SIGN_IN_PATH}/:uid`, (request, reply) =>
        this.inInteraction(request, reply, async (step) => this.page(step, undefined)),
      );
      scope.post(`${SIGN_IN_PATH}/:uid`, { bodyLimit: MAX_FORM_BYTES }, (request, reply) =>
        this.inInteraction(request, reply, async (step) => this.submitted(step)),
      );
    });
    await fastify.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      // The provider reads the body itself.
      scope.addContentTypeParser('*', (_, __, done) => done(null));
      scope.route({
        method: ['GET', 'POST', 'OPTIONS'],
        url: `${PROVIDER_PATH}/*`,
        handler: async (request, reply) => {
          const provider = await this.opened();
          reply.hijack();
          await provider.callback()(this.atOrigin(request.raw), reply.raw);
        },
      });
    });
  }

  private opened(): Promise<Provider> {
    const { origin } = this.settings;
    this.provider ??= openProvider({
      origin,
      database: this.database,
      directory: this.directory,
      audience: this.settings.audience,
      secret: (purpose) => this.secrets.of(purpose),
      renderError: (context) => {
        context.type = 'html';
        context.set('content-security-policy', pagePolicy);
        context.body = expiredPage({ language: 'ru', other: '/session/sign-in' });
      },
    });
    return this.provider;
  }

  /** The provider makes addresses of the request: they are always those of the one origin. */
  private atOrigin(request: IncomingMessage & { originalUrl?: string }): IncomingMessage {
    const { origin } = this.settings;
    request.headers['x-forwarded-host'] = origin.host;
    request.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
    // The edge's own, where it forwards; our client authenticates in the form.
    delete request.headers.authorization;
    request.originalUrl = request.url ?? '';
    request.url = request.originalUrl.slice(PROVIDER_PATH.length) || '/';
    return request;
  }

  /** Runs `work` in the sign-in that the browser is in; a page that says so when it is over or another browser's. */
  private async inInteraction(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (step: Step) => Promise<string | FastifyReply>,
  ): Promise<string | FastifyReply> {
    const provider = await this.opened();
    const interaction = await interactionOf(provider, request.raw, reply.raw);
    if (interaction?.uid !== (request.params as { readonly uid: string }).uid)
      return reply.code(400).send(expiredPage(this.frame(request)));
    // A browser follows the answer to a form only to where the policy of its page lets it go.
    const frontEnd = publicClient(this.directory, String(interaction.params['client_id']));
    if (frontEnd) void reply.header('content-security-policy', pagePolicyTo(originsOf(frontEnd)));
    return work({ request, reply, provider, interaction, frontEnd });
  }

  private async page(
    { request, interaction, frontEnd }: Step,
    last: Try | undefined,
    login = '',
    challenge?: WorkChallenge,
  ): Promise<string> {
    const frame = this.frame(request);
    const action = `${SIGN_IN_PATH}/${interaction.uid}`;
    const pending = pendingOf(interaction);
    if (pending?.secret !== undefined) {
      const { secret } = pending;
      return setUpPage(frame, { action, last, secret, uri: this.secondFactor.uriOf(pending.login, secret) });
    }
    if (pending) return codePage(frame, { action, last });
    const aside = frontEnd ? undefined : this.demonstrationOf(request, frame, action);
    return signInPage(frame, { action, login, last, aside, challenge, frontEnd });
  }

  /** One press opens a session of our own pages: not of another front-end. */
  private demonstrationOf(request: FastifyRequest, { language }: PageFrame, here: string) {
    const { district: chosen } = request.query as { readonly district?: string };
    const { demonstration: logins } = this.settings;
    return demonstrationList({ districts: this.directory.districts(), logins, chosen, language, here });
  }

  private async submitted(step: Step): Promise<string | FastifyReply> {
    const { request, interaction, reply } = step;
    const form = request.body as URLSearchParams;
    const pending = pendingOf(interaction);
    const login = pending?.login ?? fieldOf(form, 'login');
    const answer = await this.checked(pending, form, this.originOf(request, login));
    switch (answer.outcome) {
      case 'SIGNED_IN':
        void reply.header('set-cookie', this.devices.signedIn(answer.login, request.headers.cookie));
        return this.finished(step, answer.login);
      case 'CODE':
      case 'SET_UP':
        await keep(interaction, this.pendingAfter(answer));
        return reply.redirect(`${SIGN_IN_PATH}/${interaction.uid}`, 303);
      case 'OVER':
        await keep(interaction, undefined);
        return reply.code(409).send(await this.page(step, 'OVER', login));
      case 'WRONG':
        return reply.code(422).send(await this.page(step, { left: answer.left }, login, answer.challenge));
      default:
        return this.tooMany(step, answer, login);
    }
  }

  private async tooMany(
    step: Step,
    answer: Extract<CredentialsAnswer, { outcome: 'WORK' | 'PAUSED' }>,
    login: string,
  ): Promise<FastifyReply> {
    const challenge = answer.outcome === 'WORK' ? answer.challenge : undefined;
    return step.reply.code(429).send(await this.page(step, answer.outcome, login, challenge));
  }

  private async checked(
    pending: Pending | undefined,
    form: URLSearchParams,
    origin: PasswordOrigin,
  ): Promise<CredentialsAnswer> {
    const given = (name: string): string => fieldOf(form, name);
    if (pending) {
      const answer = await this.checkedCode(pending, given('code'), origin);
      await this.recordFailure(pending.login, 'CODE', answer);
      return answer;
    }
    const work = { token: given('challenge'), answer: given('work') };
    const answer = await this.credentials.password(
      { login: given('login'), password: given('password'), work },
      origin,
    );
    await this.recordFailure(given('login').trim(), 'PASSWORD', answer);
    return answer;
  }

  /** Sign-ins that succeed are recorded where the session begins, or `finished`. */
  private async recordFailure(
    login: string,
    detail: 'PASSWORD' | 'CODE',
    { outcome }: CredentialsAnswer,
  ): Promise<void> {
    if (outcome !== 'WRONG' && !isTooMany(outcome)) return;
    const records = new AccessRecords(this.database, this.directory);
    const at = this.clock.now();
    await records.addForLogin(login, { kind: 'SIGN_IN_FAILED', at, detail: isTooMany(outcome) ? 'PAUSED' : detail });
  }

  private originOf({ ip, headers }: FastifyRequest, login: string): PasswordOrigin {
    return { network: networkOf(ip), device: this.devices.deviceOf(login, headers.cookie) };
  }

  private checkedCode(
    { secret, ...proven }: Pending,
    code: string,
    origin: PasswordOrigin,
  ): Promise<CredentialsAnswer> {
    if (secret === undefined) return this.credentials.code(proven, code, origin);
    return this.credentials.setUp(proven, secret, code, origin);
  }

  private pendingAfter({ outcome, proven }: Extract<CredentialsAnswer, { outcome: 'CODE' | 'SET_UP' }>): Pending {
    return outcome === 'SET_UP' ? { ...proven, secret: this.secondFactor.newSecret() } : proven;
  }

  private async finished({ request, reply, provider, frontEnd }: Step, accountId: string): Promise<FastifyReply> {
    const at = this.clock.now();
    // Of the desk, the gateway records it with its session.
    if (frontEnd)
      await new AccessRecords(this.database, this.directory).addForLogin(accountId, { kind: 'SIGNED_IN', at });
    const ts = Math.floor(Date.parse(at) / 1_000);
    const result = { login: { accountId, remember: false, ts } };
    const next = await provider.interactionResult(request.raw, reply.raw, result, { mergeWithLastSubmission: false });
    return reply.redirect(next, 303);
  }

  private frame(request: FastifyRequest): PageFrame {
    const { language: asked } = request.query as { readonly language?: string };
    const language: Language = asked === 'en' || asked === 'ru' ? asked : requestContext(request).language;
    const [only, more] = this.directory.districts();
    const path = request.url.split('?')[0] ?? '';
    return {
      language,
      district: only && !more ? shortName(only.name) : undefined,
      other: `${path}?language=${language === 'ru' ? 'en' : 'ru'}`,
    };
  }
}

/** HTML with the pages' headers; forms, which must come from our own origin. */
function pageScope(scope: FastifyInstance, origin: URL): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, new URLSearchParams(body as string)),
  );
  scope.addHook('onRequest', async ({ method, headers }, reply) => {
    void reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    if (method === 'POST' && headers.origin !== origin.origin) await reply.code(403).send('');
  });
}

async function interactionOf(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(request, response);
  } catch (error) {
    // Over, or of another browser: its cookie is missing.
    if ((error as Error).name === 'SessionNotFound') return undefined;
    throw error;
  }
}

function fieldOf(form: URLSearchParams, name: string): string {
  return form.get(name) ?? '';
}

/** It was not looked at what was typed. */
function isTooMany(outcome: CredentialsAnswer['outcome']): boolean {
  return outcome === 'PAUSED' || outcome === 'WORK';
}

function pendingOf({ result }: Interaction): Pending | undefined {
  return result?.['pending'] as Pending | undefined;
}

async function keep(interaction: Interaction, pending: Pending | undefined): Promise<void> {
  interaction.result = pending ? { pending } : {};
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}
