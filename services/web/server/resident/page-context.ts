import { randomUUID } from 'node:crypto';
import type { KnownIssue, PublicDistrict, PublishedReviewSummary } from '@otklik/contracts/generated/graphql';
import { isUuid } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import { Fault, httpStatus, requestContext, type OperationContext } from '@otklik/host/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { appearanceOf, type Appearance } from './appearance.js';
import { renderDocument, type PageContent } from './document.js';
import type { SignInState } from './kind-part.js';
import { Refused, ResidentOperations, type ExecuteOperation } from './operations.js';
import { proofIn } from './challenge-part.js';
import { ForSomeSeconds, KeptPages, type Kept } from './kept-pages.js';
import { speechOf, type Speech } from './words/index.js';

/** What the pages need of the edge that serves them; all of it is the public API. */
export interface ResidentPorts {
  readonly execute: ExecuteOperation;
  /** The sender's identity and limits. */
  readonly contextOf: (request: FastifyRequest) => Promise<OperationContext>;
  /** The identity of a resident's token. Throws `Fault` when it has expired. */
  readonly residentContext: (request: FastifyRequest, token: string) => Promise<OperationContext>;
  /** Asks a route beside GraphQL, with the reader's address. */
  readonly call: (request: FastifyRequest, call: EdgeCall) => Promise<EdgeAnswer>;
  readonly logger: Logger;
  /** Where the reader may sign in; undefined: what is sent here is a message. */
  readonly signIn: (request: FastifyRequest) => Promise<ResidentSignIn | undefined>;
  /** Name and port by which browsers reach the pages, where a proxy may ask for them by another one. */
  readonly publicHost?: string | undefined;
}

export interface ResidentSignIn {
  /** The issuer's name for the reader. */
  readonly provider: string;
  /** The identified sender; undefined for one who has not signed in. */
  readonly identified: OperationContext | undefined;
}

export interface EdgeCall {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: Buffer;
}

export interface EdgeAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

type FormFields = Parameters<typeof proofIn>[0];

interface KeptBy {
  /** What of the query bears on it. */
  readonly asked?: unknown;
  readonly share?: 'pages' | 'feeds' | 'searches';
}

const NO_FIELDS: FormFields = new Map();
const MAX_KEPT_DISTRICTS = 500;
const HTML = 'text/html; charset=utf-8';

/** Shared by the routes: operations, districts, and how a page is sent. */
export class Pages {
  readonly operations: ResidentOperations;
  private readonly districts = new ForSomeSeconds<PublicDistrict>(MAX_KEPT_DISTRICTS);
  private readonly issues = new ForSomeSeconds<readonly KnownIssue[]>(MAX_KEPT_DISTRICTS);
  private readonly reviews = new ForSomeSeconds<readonly PublishedReviewSummary[]>(MAX_KEPT_DISTRICTS);
  /** What one may ask for in any number of ways pushes nothing else out. */
  private readonly kept = { pages: new KeptPages(), feeds: new KeptPages(), searches: new KeptPages() };
  /** Requests for whose page a part could not be read. */
  private readonly partial = new WeakSet<FastifyRequest>();

  constructor(
    readonly ports: ResidentPorts,
    private readonly script: string | undefined,
  ) {
    this.operations = new ResidentOperations(ports.execute);
  }

  appearance(request: FastifyRequest): Appearance {
    return appearanceOf(request.headers);
  }

  speech(request: FastifyRequest): Speech {
    return speechOf(this.appearance(request).language);
  }

  /** The district in the path. Throws `Fault('NOT_FOUND')`. */
  async district(request: FastifyRequest): Promise<PublicDistrict> {
    const { district: code } = request.params as { readonly district: string };
    return this.districtBy(code, request);
  }

  /** The district whose path begins the address, whatever follows; undefined for none. */
  async districtOfAddress(request: FastifyRequest): Promise<PublicDistrict | undefined> {
    const code = /^\/([a-z][a-z0-9-]{1,40})(?:[/?]|$)/.exec(request.url)?.[1];
    if (code === undefined) return undefined;
    return this.districtBy(code, request).catch((error: unknown) => {
      if (error instanceof Fault && error.code === 'NOT_FOUND') return undefined;
      throw error;
    });
  }

  private districtBy(code: string, request: FastifyRequest): Promise<PublicDistrict> {
    return this.districts.get(code, async () => {
      // The process's own operation: it has no address and counts for no limit.
      const { address: _, ...context } = await this.ports.contextOf(request);
      return this.operations.district(context, code).catch((error: unknown) => {
        throw error instanceof Refused && error.code === 'NOT_FOUND' ? new Fault('NOT_FOUND') : error;
      });
    });
  }

  /**
   * What the administration knows of now, as of the last seconds: what has ended is gone from all pages soon. None where it cannot be
   * found out: one writes all the same.
   */
  async knownIssues(request: FastifyRequest, { code }: PublicDistrict): Promise<readonly KnownIssue[]> {
    const context = await this.ownContext(request);
    const found = this.issues.get(code, () => this.operations.knownIssues(context, code));
    const all = await found.catch((error: unknown) =>
      this.unread(request, 'known issues are not shown; they cannot be read', error),
    );
    const now = new Date().toISOString();
    return all.filter(({ until }) => until > now);
  }

  /** Of the last seconds, the newest first. None where they cannot be found out: the page is there without their figures. */
  async publishedReviews(
    request: FastifyRequest,
    { code }: PublicDistrict,
  ): Promise<readonly PublishedReviewSummary[]> {
    const context = await this.ownContext(request);
    return this.reviews
      .get(code, () => this.operations.publishedReviews(context, code))
      .catch((error: unknown) => this.unread(request, 'reviews are not shown; they cannot be read', error));
  }

  /** A part of the page that is asked for is left out of it: the page is kept for none. */
  unread(request: FastifyRequest, what: string, error: unknown): readonly never[] {
    this.partial.add(request);
    this.ports.logger.warn(what, { error });
    return [];
  }

  /** Undefined where residents cannot sign in. */
  async signIn(request: FastifyRequest): Promise<SignInState | undefined> {
    const signIn = await this.ports.signIn(request);
    if (!signIn) return undefined;
    const { provider, identified } = signIn;
    return { provider, signedIn: identified && { name: identifiedName(identified) } };
  }

  /** Of one who signed in; undefined for anybody else. */
  async identifiedContext(request: FastifyRequest, fields?: FormFields): Promise<OperationContext | undefined> {
    const context = (await this.ports.signIn(request))?.identified;
    return context && { ...context, language: this.speech(request).api, ...proofIn(fields ?? NO_FIELDS) };
  }

  /** Many read the same pages: what they ask counts for no limit of an address. */
  async ownContext(request: FastifyRequest): Promise<OperationContext> {
    const { address: _, ...context } = await this.context(request);
    return context;
  }

  /** Texts of the API come in the page's language. `fields`: of a form, which may answer the challenge of a limit. */
  async context(request: FastifyRequest, fields?: FormFields): Promise<OperationContext> {
    const context = await this.ports.contextOf(request);
    return { ...context, language: this.speech(request).api, ...proofIn(fields ?? NO_FIELDS) };
  }

  async residentContext(request: FastifyRequest, token: string): Promise<OperationContext> {
    return { ...(await this.ports.residentContext(request, token)), language: this.speech(request).api };
  }

  /** What all may read, as it was made in the last seconds. */
  sendKept(
    request: FastifyRequest,
    reply: FastifyReply,
    make: () => Promise<Kept>,
    { asked = null, share = 'pages' }: KeptBy = {},
  ): Promise<FastifyReply> {
    const [path] = request.url.split('?');
    const whole = async (): Promise<Kept> => ({ ...(await make()), isPartial: this.partial.has(request) });
    return this.kept[share].send(request, reply, { about: [path, this.appearance(request), asked], make: whole });
  }

  /** A page for all to read: without a script. */
  readable(request: FastifyRequest, page: PageContent, district: PublicDistrict, status = 200): Kept {
    const { html, policy } = renderDocument({ appearance: this.appearance(request), district }, page);
    return { status, type: HTML, body: html, headers: { 'content-security-policy': policy } };
  }

  send(request: FastifyRequest, reply: FastifyReply, page: PageContent, district?: PublicDistrict): FastifyReply {
    const frame = { appearance: this.appearance(request), district, script: this.script };
    const { html, policy } = renderDocument(frame, page);
    return reply.type(HTML).header('content-security-policy', policy).send(html);
  }
}

function identifiedName({ actor }: OperationContext): string | undefined {
  return actor.kind === 'anyone' ? actor.identified?.name : undefined;
}

/** 409 for a refusal of the domain, else the status of the error code. */
export function statusOf({ code, message }: Refused): number {
  return code === 'REFUSED' ? 409 : httpStatus([{ message, extensions: { code } }]);
}

/** The form's key; a new one when the form has no valid key. */
export function idempotencyKey(fields: ReadonlyMap<string, string>): string {
  const key = fields.get('key') ?? '';
  return isUuid(key) ? key : randomUUID();
}

export function isSecure({ protocol }: FastifyRequest): boolean {
  return protocol === 'https';
}

export { requestContext };
