import { Injectable } from '@nestjs/common';
import type { EventActor } from '@otklik/contracts/envelope';
import { Clock, isUuid, uuidv7 } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { sealedChunks, Secrets } from '@otklik/vault';
import { randomBytes } from 'node:crypto';
import { importedLine } from './appeal/adapters/import/import-line.js';
import { BlobStore, type StagedBlob } from './files/application/blob-store.js';
import { CodeSeals } from './appeal/application/code-seal.js';
import { ConcernedAppeals, type Concerned } from './retention/application/concerned-appeals.js';
import { EndRetention } from './retention/application/end-retention.js';
import { ErasePerson } from './retention/application/erase-person.js';
import { ImportAppeals, type ImportOptions, type ImportProgress } from './appeal/application/import-appeals.js';
import { InboundMessages } from './networks/store/inbound-messages.js';
import type { SetAside } from './networks/store/inbound-rows.js';
import { FollowUpCodes } from './appeal/store/follow-up-codes.js';
import { NumberSeries } from './appeal/store/number-series.js';
import type { KeptCount } from './retention/store/retention-index.js';
import { SweepUploads } from './files/application/sweep-uploads.js';
import { verifyCodes, type VerifiedCodes } from './appeal/application/verify-codes.js';
import { verifyNumbers, type SeriesFault } from './appeal/application/verify-numbers.js';

export interface FileImport extends Pick<ImportOptions, 'decide' | 'signal' | 'done' | 'inFlight'> {
  readonly district: District;
  /** Lines of a JSONL file, in order; empty ones are counted and skipped. */
  readonly lines: AsyncIterable<string> | Iterable<string>;
  readonly actor: EventActor;
}

export interface ErasedAppeal {
  readonly district: number;
  readonly appeal: string;
  /** False when it had been erased before. */
  readonly now: boolean;
}

/** What becomes of appeals that officials joined with those of a contact; why they are left is never personal. */
export type JoinedDecision = 'ERASE' | { readonly leftBecause: string };

/** Whose appeals are erased, and why. */
export interface AskedErasure {
  readonly district: number;
  /** Id of a person or an appeal, e-mail or phone. */
  readonly subject: string;
  readonly ground?: string | undefined;
  /** Absent: those that an official joined wait for a decision. */
  readonly joined?: JoinedDecision | undefined;
}

/** Officials joined these appeals with those that are to be erased, and whether they are erased is not decided. */
export class JoinedUndecided extends Error {
  override readonly name = 'JoinedUndecided';

  constructor(readonly appeals: readonly string[]) {
    super(`Officials joined ${appeals.length} appeal(s) with what is to be erased.`);
  }
}

/** Operations of the operator's CLI on this service. */
@Injectable()
export class IntakeOperations {
  constructor(
    private readonly imports: ImportAppeals,
    private readonly erasure: ErasePerson,
    private readonly persons: ConcernedAppeals,
    private readonly retention: EndRetention,
    private readonly series: NumberSeries,
    private readonly codes: FollowUpCodes,
    private readonly seals: CodeSeals,
    private readonly uploads: SweepUploads,
    private readonly heard: InboundMessages,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  /** Idempotent: appeals of an earlier run are counted as known. */
  importFile({ district, lines, ...options }: FileImport): Promise<ImportProgress> {
    const reading = { district, fingerprintKey: this.secrets.of('fingerprint'), at: this.clock.now() };
    const read = readLines(lines, (raw, line) => importedLine(raw, line, reading));
    return this.imports.import({ ...options, district, lines: read });
  }

  /** Whom an erasure by the subject concerns: id of a person or an appeal, e-mail or phone. */
  concerned(district: number, subject: string): Promise<Concerned> {
    return this.persons.of(district, subject);
  }

  /**
   * Empty when no appeal is found. While one of the appeals is open
   * none is erased: throws `Refusal` APPEAL_STILL_OPEN. An id names one appeal, a contact all of its own; what an official
   * parted from a contact is never erased by it, and what one joined waits for a decision: throws `JoinedUndecided`.
   */
  async erase({ actor, ...asked }: AskedErasure & { readonly actor: EventActor }): Promise<readonly ErasedAppeal[]> {
    const { district, ground } = asked;
    const erased: ErasedAppeal[] = [];
    const left = await this.leftBy(asked);
    for (const appeal of await this.demandErasable(asked)) {
      const at = this.clock.now();
      const commandId = uuidv7(Date.parse(at), randomBytes(10));
      const context = { district, actor, commandId, correlationId: appeal, at };
      const given = { ground, ...(left && { left }) };
      erased.push({ district, appeal, now: (await this.erasure.erase(appeal, given, context)).now });
    }
    return erased;
  }

  /** Dry run of `erase`: throws as it would, and returns the appeals that it would erase. */
  async demandErasable({ district, subject, ground, joined: decision }: AskedErasure): Promise<readonly string[]> {
    const { named, joined } = await this.persons.of(district, subject);
    const isUndecided = joined.length > 0 && !isUuid(subject) && decision === undefined;
    if (isUndecided) throw new JoinedUndecided(joined);
    const appeals = decision === 'ERASE' ? [...named, ...joined] : named;
    for (const appeal of appeals) await this.erasure.demandErasable(district, appeal, ground);
    return appeals;
  }

  private async leftBy({ district, subject, joined: decision }: AskedErasure) {
    if (decision === undefined || decision === 'ERASE') return undefined;
    const { joined } = await this.persons.of(district, subject);
    return joined.length === 0 ? undefined : { appeals: joined, why: decision.leftBecause };
  }

  /** Of one district: the cases that are kept and, of them, what is past its term as of that many days ago. */
  retentionCounts(district: number, daysAgo = 0): Promise<readonly KeptCount[]> {
    return this.retention.counts(district, daysAgo);
  }

  /** Ends the storage of what is past its term in the district. Answers the appeals. */
  async endRetention(
    district: number,
    signal: AbortSignal,
    ended: (count: number) => void,
  ): Promise<readonly string[]> {
    const appeals: string[] = [];
    await this.retention.run(district, { signal, ended: (appeal) => ended(appeals.push(appeal)) });
    return appeals;
  }

  /** Empty when no series of numbers has a gap or a repetition. */
  verifyNumbers(): Promise<readonly SeriesFault[]> {
    return this.series.withSnapshot(verifyNumbers);
  }

  /** The stored hashes of the follow-up codes against the log. */
  verifyCodes(): Promise<VerifiedCodes> {
    return this.codes.withSnapshot((kept) => verifyCodes(this.seals, kept));
  }

  /** What was captured in networks and cannot be read, by account. */
  setAside(): Promise<readonly SetAside[]> {
    return this.heard.aside();
  }

  /** All that was set aside is read again. Answers how much that was. */
  readAgain(): Promise<number> {
    return this.heard.readAgain();
  }

  /** The bytes of a file as the store has them; its key is sealed in the file's row. */
  async sealedFile(district: number, id: string): Promise<Buffer> {
    return Buffer.concat(await this.blobs.get(district, id));
  }

  /** Stores such bytes again. Without a committed `commit` they are swept away. */
  stageSealedFile(district: number, id: string, bytes: Buffer): Promise<StagedBlob> {
    return this.blobs.stage(district, id, sealedChunks(bytes));
  }

  /** Removes unclaimed uploads now. */
  sweep(): Promise<void> {
    return this.uploads.sweep();
  }
}

async function* readLines<Read>(
  lines: AsyncIterable<string> | Iterable<string>,
  read: (raw: string, line: number) => Read,
): AsyncGenerator<Read> {
  let line = 0;
  for await (const raw of lines) {
    line += 1;
    if (raw.trim() !== '') yield read(raw, line);
  }
}
