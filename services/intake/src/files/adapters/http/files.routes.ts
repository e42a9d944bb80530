import { Inject, Injectable } from '@nestjs/common';
import multipart from '@fastify/multipart';
import {
  BadInput,
  Forbidden,
  NotFound,
  RateLimited,
  BodyMemoryBudget,
  contentDisposition,
  sendPrivately,
  Unauthenticated,
  type HttpRoutes,
  type EdgeAuthentication,
  networkOf,
  signFileReceipt,
} from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import { Clock, compact, isUuid } from '@otklik/kernel';
import {
  capacities,
  departmentsOf,
  Directory,
  permit,
  type Actor,
  type Capacity,
  type District,
  type OfficialRole,
} from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Files, uploadId, type CheckedFile, type OpenedFile } from '../../application/files.js';
import { FileReaders, type FileReader } from '../../application/file-readers.js';
import { ScanFiles } from '../../application/scan-files.js';
import type { Verdict } from '../../application/virus-scanner.js';
import { type FileOpening, FileOpenings } from '../../store/file-openings.js';
import type { AttachedFile } from '../../../appeal/domain/appeal.js';
import { INTAKE_CONFIG, type IntakeConfig } from '../../../config.js';
import { checkedFile } from './checked-file.js';
import { checkedJournal } from '../../../old-journal/adapters/checked-journal.js';
import { fileName } from './file-name.js';
import { thumbnail, THUMBNAIL_TYPE } from './thumbnail.js';

/** The largest file that is taken, bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const RATE_WINDOW_S = 600;

/** Roles that work on an appeal may open its files. */
const READERS: readonly OfficialRole[] = [
  'MODERATOR',
  'REGISTRAR',
  'COORDINATOR',
  'EXECUTOR',
  'APPROVER',
  'SIGNATORY',
  'CONTROLLER',
  'HEAD',
];

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'message/rfc822': 'eml',
};

/** The name of a saved file that could not be scanned: a warning to the reader. */
const NOT_SCANNED = { plain: 'not-scanned-', name: 'Не проверено на вирусы - ' };

/**
 * `POST /files?district=<code>`: one file (multipart field `file`) before the submission that names it; answers
 * `{ id, type, size, sha256 }`. With `&key=<the submission's key>` the same file sent again has the same id. With
 * `&response=<id>` it is for an answer: executors alone send it, and get a `receipt` for `draftResponse`. With `&journal=1` it is an
 * old journal (XLSX, CSV): administrators alone send it, and name it to `oldJournalFile`; it goes within a day. The edge formats
 * errors as it does those of GraphQL. `GET /files/<district>/<id>`: for officials of the district, and for the resident whose
 * appeal it belongs to, by session or bearer token: an image inline, with `?size=thumb` a small one, a document to be saved.
 */
@Injectable()
export class FileRoutes implements HttpRoutes {
  private readonly limiter: RateLimiterMemory;
  private readonly bodies = new BodyMemoryBudget(MAX_FILE_BYTES);

  constructor(
    private readonly files: Files,
    private readonly openings: FileOpenings,
    private readonly readers: FileReaders,
    private readonly scans: ScanFiles,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    @Inject(INTAKE_CONFIG) { uploadsPerAddress }: IntakeConfig,
  ) {
    this.limiter = new RateLimiterMemory({
      points: uploadsPerAddress || Number.MAX_SAFE_INTEGER,
      duration: RATE_WINDOW_S,
    });
  }

  async register(fastify: FastifyInstance, edge: EdgeAuthentication): Promise<void> {
    await fastify.register(multipart, { limits: { files: 1, fields: 4, fileSize: MAX_FILE_BYTES, fieldSize: 200 } });

    fastify.post('/files', { bodyLimit: MAX_FILE_BYTES + 64 * 1024 }, async (request, reply) => {
      const kept = await this.bodies.hold(request, () => this.keep(request, edge));
      return reply.code(201).header('cache-control', 'no-store').send(kept);
    });

    fastify.get<{ Params: { district: string; id: string } }>('/files/:district/:id', async (request, reply) => {
      const actor = await edge.actorOf(request);
      const { district, readers, appeal } = this.readersOf(actor, request.params.district);
      const id = request.params.id.toLowerCase();
      if (!isUuid(id)) throw new NotFound();
      const reader = readers && (await this.firstOf(readers, district.id, id));
      const file = await this.files.openClaimed(district.id, id, appeal);
      if (!file) throw new NotFound();
      const verdict = await this.scans.verdict(district.id, file);
      if (verdict === 'INFECTED') throw new BadInput('FILE_INFECTED', 'id', {}, 'The scanner found a virus in it.');
      if (reader) await this.openings.record(district.id, { file: id, ...reader, at: this.clock.now() });
      const { size } = request.query as { readonly size?: unknown };
      const shown = size === 'thumb' ? await smallOf(file) : file;
      if (!shown) throw new NotFound();
      return sendPrivately(reply, { ...shown, disposition: dispositionOf(shown.type, file, verdict) });
    });
  }

  private async keep(request: FastifyRequest, edge: EdgeAuthentication): Promise<Stored> {
    await this.limiter.consume(`${this.limitedDistrict(request)}/${networkOf(request.ip)}`).catch(tooMany);
    const response = responseOf(request);
    const isJournal = isOldJournal(request, response);
    if (isJournal) demandRole(['DISTRICT_ADMIN'], await edge.actorOf(request), this.districtInQuery(request));
    if (response !== undefined) demandExecutor(await edge.actorOf(request), this.districtInQuery(request));
    const { bytes, districtCode, form, name } = await receivedFile(request);
    const district = districtCode === undefined ? undefined : this.directory.district(districtCode);
    if (!district) throw new NotFound();
    const id = form === undefined ? undefined : uploadId(district.id, form, bytes, response);
    const check = isJournal ? checkedJournal : checkedFile;
    const checked = await check(bytes);
    const named = name === undefined ? {} : { name };
    const at = this.clock.now();
    const kept = await this.files.keep(district.id, { ...checked, ...named }, at, id);
    if (response === undefined) return kept;
    const place = { district: district.id, response };
    const receipt = await signFileReceipt(this.secrets.of('file-receipt'), place, { ...kept, ...named }, at);
    return { ...kept, ...named, receipt };
  }

  /** Each district has its own limit. One that only the form names is not known before the file is read: these share one. */
  private limitedDistrict(request: FastifyRequest): number {
    return this.districtInQuery(request)?.id ?? 0;
  }

  private districtInQuery({ query }: FastifyRequest): District | undefined {
    const { district } = query as { readonly district?: unknown };
    return typeof district === 'string' ? this.directory.district(district) : undefined;
  }

  private readersOf(actor: Actor, code: string): Reading {
    const district = this.directory.district(code);
    if (district && actor.kind === 'resident' && actor.district === district.id)
      return { district, appeal: actor.appeal };
    const permission = permit(actor, READERS, district?.id ?? null);
    if (!permission.permitted) throw new denied[permission.denial]();
    if (!district || actor.kind !== 'official') throw new NotFound();
    return { district, readers: capacities(actor, READERS, district.id).map((one) => readerOf(one, district)) };
  }

  /** As himself where he may, else in the stead of an absent one. */
  private async firstOf(readers: readonly Reader[], district: number, file: string): Promise<Opener> {
    for (const { by, ...reader } of readers) if (await this.readers.mayOpen(district, file, reader)) return by;
    throw new Forbidden();
  }
}

/** Of an upload. `receipt`, `name`: of one for an answer. */
type Stored = AttachedFile & { readonly name?: string; readonly receipt?: string };

function demandExecutor(actor: Actor, district: District | undefined): void {
  demandRole(['EXECUTOR'], actor, district);
}

function demandRole(roles: readonly OfficialRole[], actor: Actor, district: District | undefined): void {
  const permission = permit(actor, roles, district?.id ?? null);
  if (!permission.permitted) throw new denied[permission.denial]();
}

function dispositionOf(type: string, { id, name }: OpenedFile, verdict: Verdict | undefined): string {
  const plain = `${id}.${EXTENSIONS[type] ?? 'bin'}`;
  if (verdict === 'NOT_SCANNED' || verdict === 'UNSCANNABLE')
    return contentDisposition('attachment', `${NOT_SCANNED.plain}${plain}`, `${NOT_SCANNED.name}${name ?? plain}`);
  return contentDisposition(type.startsWith('image/') ? 'inline' : 'attachment', plain, name);
}

async function smallOf({ type, bytes }: Pick<OpenedFile, 'type' | 'bytes'>): Promise<CheckedFile | undefined> {
  const small = await thumbnail(type, bytes);
  return small && { type: THUMBNAIL_TYPE, bytes: small };
}

/** As the record of openings tells it. */
type Opener = Pick<FileOpening, 'official' | 'onBehalfOf'>;

/** An official in one capacity: as himself, or in the stead of an absent one. */
interface Reader extends FileReader {
  readonly by: Opener;
}

interface Reading {
  readonly district: District;
  /** His own capacity first. */
  readonly readers?: readonly Reader[];
  /** A resident opens the files of the one appeal of the follow-up code. */
  readonly appeal?: string;
}

function readerOf({ sender, onBehalfOf }: Capacity, district: District): Reader {
  const by = compact({ official: sender.id, onBehalfOf });
  return { official: onBehalfOf ?? sender.id, departments: departmentsOf(sender.assignments, district, READERS), by };
}

function tooMany(reason: unknown): never {
  throw reason instanceof RateLimiterRes ? new RateLimited() : reason;
}

interface ReceivedFile {
  readonly bytes: Buffer;
  readonly districtCode: string | undefined;
  /** Idempotency key of its form. */
  readonly form: string | undefined;
  readonly name: string | undefined;
}

async function receivedFile(request: FastifyRequest): Promise<ReceivedFile> {
  if (!request.isMultipart())
    throw new BadInput('BAD_INPUT', 'content-type', {}, 'The body must be multipart/form-data.');
  const file = await request.file().catch(malformed);
  if (!file) throw new BadInput('FILE_EMPTY', 'file');
  const bytes = await file.toBuffer().catch(malformed);
  // @fastify/multipart does not notice a limit that is reached after the last piece was read.
  if (file.file.truncated) throw new Fault('TOO_LARGE');
  const { district: inQuery, key } = request.query as { readonly district?: unknown; readonly key?: unknown };
  const field = file.fields['district'];
  const inForm = field && 'value' in field ? field.value : undefined;
  const districtCode = [inQuery, inForm].find((code) => typeof code === 'string');
  const form = typeof key === 'string' && isUuid(key) ? key : undefined;
  return { bytes, districtCode: districtCode as string | undefined, form, name: fileName(file.filename) };
}

/** The response for whose answer the file is; undefined where it is for none. */
function responseOf({ query }: FastifyRequest): string | undefined {
  const { response } = query as { readonly response?: unknown };
  if (response === undefined) return undefined;
  if (typeof response === 'string' && isUuid(response)) return response.toLowerCase();
  throw new BadInput('BAD_INPUT', 'response', {}, 'The id of a response is needed.');
}

function isOldJournal({ query }: FastifyRequest, response: string | undefined): boolean {
  const isJournal = (query as { readonly journal?: unknown }).journal === '1';
  if (isJournal && response !== undefined)
    throw new BadInput('BAD_INPUT', 'journal', {}, 'A journal is the file of no answer.');
  return isJournal;
}

/** @fastify/multipart gives no status code for a missing boundary or a truncated body. */
function malformed(error: { readonly statusCode?: number }): never {
  throw error.statusCode === undefined
    ? new BadInput('BAD_INPUT', 'file', {}, 'The multipart body is malformed or incomplete.')
    : error;
}

const denied = { UNAUTHENTICATED: Unauthenticated, FORBIDDEN: Forbidden, NOT_FOUND: NotFound } as const;
