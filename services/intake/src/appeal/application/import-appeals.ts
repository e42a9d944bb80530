import { Injectable } from '@nestjs/common';
import type { EventActor } from '@otklik/contracts/envelope';
import type { TextDetails } from '@otklik/contracts/texts';
import type { CommandContext } from '@otklik/event-store';
import { Clock, compact, IdempotencyKeyReused, Refusal, uuidv5 } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { AppealHandler } from './appeal-handler.js';
import { RegisterInBulk, type RegisterOne } from './register-in-bulk.js';
import { SubmitAppeal, type Receipt, type Submitted } from './submit-appeal.js';
import { appealId, submissionKey } from './submission-key.js';

/** A parsed line of a file: the submission, or its fault. */
export type ImportedLine =
  | { readonly line: number; readonly submitted: Submitted; readonly fingerprint: string }
  | { readonly line: number; readonly fault: Fault };

export interface ImportOptions {
  readonly district: District;
  readonly lines: AsyncIterable<ImportedLine> | Iterable<ImportedLine>;
  /** The official who imports. */
  readonly actor: EventActor;
  /** Take up and register messages. */
  readonly decide: boolean;
  /** Lines in flight. */
  readonly inFlight?: number;
  readonly signal?: AbortSignal;
  readonly done?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  /** New appeals. */
  readonly added: number;
  /** Appeals of an earlier run. */
  readonly known: number;
  readonly registered: number;
  readonly faults: readonly ImportFault[];
}

/** Never text of the line. */
interface Fault {
  /** Of a refusal or of bad input. */
  readonly code: string;
  /** Of the code's text. */
  readonly details: TextDetails;
  readonly field?: string;
  /** What is wrong, in English, where the code does not say it. */
  readonly reason?: string;
}

export interface ImportFault extends Fault {
  readonly line: number;
}

interface Importing extends ImportOptions {
  readonly register: RegisterOne;
}

const MAX_IN_FLIGHT = 64;

function count(counts: { added: number; known: number; registered: number }, { known, registered }: Imported): void {
  counts[known ? 'known' : 'added'] += 1;
  counts.registered += registered ? 1 : 0;
}

function iteratorOf<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncIterator<Item> | Iterator<Item> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}

function faultOf(error: unknown): Fault | undefined {
  if (error instanceof Refusal) return { code: error.code, details: error.details };
  return error instanceof IdempotencyKeyReused ? { code: 'IDEMPOTENCY_KEY_REUSED', details: {} } : undefined;
}

interface Imported {
  readonly known: boolean;
  readonly registered: boolean;
}

@Injectable()
export class ImportAppeals {
  constructor(
    private readonly submission: SubmitAppeal,
    private readonly registration: RegisterInBulk,
    private readonly appeals: AppealHandler,
    private readonly clock: Clock,
  ) {}

  /**
   * Submits the lines of a file by the same command as any other channel, concurrently. Idempotent: a second run adds
   * nothing and continues where the first stopped. A faulty line is reported, and the rest continues.
   */
  async import(given: ImportOptions): Promise<ImportProgress> {
    const options = { ...given, register: this.registration.in(given.district) };
    const counts = { added: 0, known: 0, registered: 0 };
    const faults: ImportFault[] = [];
    const lines = iteratorOf(options.lines);
    let failed = false;
    const work = async (): Promise<void> => {
      for (
        let next = await lines.next();
        !next.done && !failed && !options.signal?.aborted;
        next = await lines.next()
      ) {
        const outcome = await this.importLine(options, next.value);
        if ('code' in outcome) faults.push(outcome);
        else count(counts, outcome);
        options.done?.({ ...counts, faults });
      }
    };
    const guarded = () =>
      work().catch((error: unknown) => {
        failed = true;
        throw error;
      });
    await Promise.all(Array.from({ length: options.inFlight ?? MAX_IN_FLIGHT }, guarded));
    return { ...counts, faults: faults.sort((one, other) => one.line - other.line) };
  }

  /** Reports a fault of the line; any other error ends the import. */
  private async importLine(options: Importing, line: ImportedLine): Promise<Imported | ImportFault> {
    if ('fault' in line) return { line: line.line, ...line.fault };
    try {
      return await this.submitLine(options, line);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      return { line: line.line, ...fault };
    }
  }

  private async submitLine(
    options: Importing,
    { submitted, fingerprint }: Extract<ImportedLine, { submitted: Submitted }>,
  ): Promise<Imported> {
    const { district, decide } = options;
    const id = appealId(district.id, submissionKey(submitted.submitter, submitted.key));
    const context = this.contextOf(options, id, 'import');
    const receipt = await this.submission.submit(district, submitted, { ...context, fingerprint }, { takeUp: decide });
    return { known: receipt.repeated, registered: decide && (await this.register(options, receipt)) };
  }

  /** Completes an interrupted earlier run; a moderator's other decision stays. */
  private async register(options: Importing, receipt: Receipt): Promise<boolean> {
    const { id, repeated, version } = receipt;
    const { district } = options;
    if (repeated) {
      const { state } = await this.appeals.load(district.id, id);
      if (state.status !== 'RECEIVED' && state.status !== 'TAKEN_UP') return false;
      const context = this.contextOf(options, id, 'importLine up');
      if (state.status === 'RECEIVED') await this.appeals.handle(context, id, { type: 'TakeUpMessage' });
    }
    try {
      const known = receipt.state && { state: receipt.state, version };
      await options.register(compact({ id, context: this.contextOf(options, id, 'register'), known }));
      return true;
    } catch (error) {
      // Already registered by the district's policy.
      if (error instanceof Refusal && error.code === 'APPEAL_ALREADY_REGISTERED') return true;
      throw error;
    }
  }

  private contextOf({ district, actor }: ImportOptions, id: string, step: string): CommandContext {
    return { district: district.id, actor, commandId: uuidv5(id, step), correlationId: id, at: this.clock.now() };
  }
}
