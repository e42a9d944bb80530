import type { EventActor } from '@otklik/contracts/envelope';
import type { CommandContext } from '@otklik/event-store';
import { IdempotencyKeyReused, Refusal, uuidv5 } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { loadAppeal, type AppealHandle } from './appeal-log.js';
import type { RegisterPorts } from './register-appeal.js';
import { registerInBulk, type RegisterInBulk } from './register-in-bulk.js';
import type { Receipt, SubmitAppeal, Submitted } from './submit-appeal.js';
import { appealId, submissionKey } from './submission-key.js';

/** One line of a file as it was read: what it brings, or why it cannot be taken. */
export type ImportedLine =
  | { readonly line: number; readonly submitted: Submitted; readonly fingerprint: string }
  | { readonly line: number; readonly fault: string };

export interface ImportOptions {
  readonly district: District;
  readonly lines: AsyncIterable<ImportedLine> | Iterable<ImportedLine>;
  /** Whose right it is. */
  readonly actor: EventActor;
  /** Take up and register what comes as a message. */
  readonly decide: boolean;
  /** How many lines at once. */
  readonly inFlight?: number;
  readonly signal?: AbortSignal;
  readonly done?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  /** New appeals. */
  readonly added: number;
  /** Those that an earlier run had brought. */
  readonly known: number;
  readonly registered: number;
  readonly faults: readonly ImportFault[];
}

export interface ImportFault {
  readonly line: number;
  /** Code of a refusal or of bad input; never what the line says. */
  readonly code: string;
}

export interface ImportPorts extends RegisterPorts {
  readonly submit: SubmitAppeal;
  readonly handle: AppealHandle;
  readonly now: () => string;
}

interface Importing extends ImportOptions {
  readonly register: RegisterInBulk;
}

const IN_FLIGHT = 64;

/**
 * Brings in the lines of a file through the same command as any other channel, many at once. Run again it adds nothing
 * and goes on where it stopped. A line that cannot be taken is reported, and the rest goes on.
 */
export async function importAppeals(ports: ImportPorts, given: ImportOptions): Promise<ImportProgress> {
  const options = { ...given, register: registerInBulk(ports, given.district) };
  const counts = { added: 0, known: 0, registered: 0 };
  const faults: ImportFault[] = [];
  const lines = iteratorOf(options.lines);
  let broken = false;
  const work = async (): Promise<void> => {
    for (let next = await lines.next(); !next.done && !broken && !options.signal?.aborted; next = await lines.next()) {
      const outcome = await take(ports, options, next.value);
      if ('code' in outcome) faults.push(outcome);
      else count(counts, outcome);
      options.done?.({ ...counts, faults });
    }
  };
  const guarded = () =>
    work().catch((error: unknown) => {
      broken = true;
      throw error;
    });
  await Promise.all(Array.from({ length: options.inFlight ?? IN_FLIGHT }, guarded));
  return { ...counts, faults: faults.sort((one, other) => one.line - other.line) };
}

function count(counts: { added: number; known: number; registered: number }, { known, registered }: Brought): void {
  counts[known ? 'known' : 'added'] += 1;
  counts.registered += registered ? 1 : 0;
}

/** A line's own fault is told; anything else ends the import. */
async function take(ports: ImportPorts, options: Importing, line: ImportedLine): Promise<Brought | ImportFault> {
  if ('fault' in line) return { line: line.line, code: line.fault };
  try {
    return await bring(ports, options, line);
  } catch (error) {
    const code = faultCode(error);
    if (code === undefined) throw error;
    return { line: line.line, code };
  }
}

function iteratorOf<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncIterator<Item> | Iterator<Item> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}

function faultCode(error: unknown): string | undefined {
  if (error instanceof Refusal) return error.code;
  return error instanceof IdempotencyKeyReused ? 'IDEMPOTENCY_KEY_REUSED' : undefined;
}

interface Brought {
  readonly known: boolean;
  readonly registered: boolean;
}

async function bring(
  ports: ImportPorts,
  options: Importing,
  { submitted, fingerprint }: Extract<ImportedLine, { submitted: Submitted }>,
): Promise<Brought> {
  const { district, decide } = options;
  const id = appealId(district.id, submissionKey(submitted.submitter, submitted.key));
  const context = contextOf(ports, options, id, 'import');
  const receipt = await ports.submit(district, submitted, { ...context, fingerprint }, { takeUp: decide });
  return { known: receipt.repeated, registered: decide && (await register(ports, options, receipt)) };
}

/** What an earlier run left undone is done now; what somebody decided otherwise meanwhile stays so. */
async function register(ports: ImportPorts, options: Importing, receipt: Receipt): Promise<boolean> {
  const { id, repeated, version } = receipt;
  const { district } = options;
  if (repeated) {
    const { state } = await loadAppeal(ports.store, district.id, id);
    if (state.status !== 'RECEIVED' && state.status !== 'TAKEN_UP') return false;
    const context = contextOf(ports, options, id, 'take up');
    if (state.status === 'RECEIVED') await ports.handle(context, id, { type: 'TakeUpMessage' });
  }
  try {
    const known = receipt.state && { state: receipt.state, version };
    await options.register({ id, context: contextOf(ports, options, id, 'register'), ...(known ? { known } : {}) });
    return true;
  } catch (error) {
    // The district's policy registers messages by itself, and was faster.
    if (error instanceof Refusal && error.code === 'APPEAL_ALREADY_REGISTERED') return true;
    throw error;
  }
}

function contextOf(ports: ImportPorts, { district, actor }: ImportOptions, id: string, step: string): CommandContext {
  return { district: district.id, actor, commandId: uuidv5(id, step), correlationId: id, at: ports.now() };
}
