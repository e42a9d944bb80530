import { Injectable } from '@nestjs/common';
import { Clock, compact, uuidv5 } from '@otklik/kernel';
import { FileUnavailable, type CapturedFile } from '@otklik/networks';
import { counter } from '@otklik/observability';
import { MAX_HEARD } from '../../appeal/domain/appeal.commands.js';
import { Files, type CheckedFile } from '../../files/application/files.js';
import type { InboundAccount } from './inbound-accounts.js';

/** By its bytes: its type; a re-encoded image. Nothing for what is not kept. */
export abstract class CheckFile {
  abstract check(bytes: Buffer): Promise<CheckedFile | undefined>;
}

export interface Fetched {
  /** Uploads, for the case to claim. */
  readonly files: readonly string[];
  /** How many the network did not give, or cannot be kept. */
  readonly unavailable: number;
  /** Number of files in an unknown form. */
  readonly unread: number;
}

const TRIES = 2;
/** Of all messages: each may take that much memory. */
const AT_ONCE = 8;
const MAX_BYTES = 10 * 1024 * 1024;
const KEPT_TYPES: readonly CapturedFile['type'][] = ['IMAGE', 'FILE', 'UNKNOWN'];

const fetched = counter('otklik_network_files_total', 'Files of networks, by outcome', ['network', 'outcome']);

/** Fetches files from the network's own hosts at once, since their addresses expire, and keeps them as uploads are. */
@Injectable()
export class FetchFiles {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly files: Files,
    private readonly check: CheckFile,
    private readonly clock: Clock,
  ) {}

  /** `message`: ids are derived from it, so that a repetition stores nothing twice. */
  async fetch(of: InboundAccount, message: string, captured: readonly CapturedFile[]): Promise<Fetched> {
    const kept: string[] = [];
    for (const [at, file] of captured.slice(0, MAX_HEARD.files).entries()) {
      const outcome = await this.inTurn(() => this.fetchOne(of, uuidv5(message, `file ${at}`), file));
      fetched.inc({ network: of.account.network, outcome: outcome.why ?? 'KEPT' });
      if (outcome.id !== undefined) kept.push(outcome.id);
    }
    const unread = captured.filter((file) => file.unread !== undefined).length;
    return { files: kept, unavailable: captured.length - kept.length - unread, unread };
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.underWay < AT_ONCE) this.underWay += 1;
    else await new Promise<void>((turn) => this.waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.underWay -= 1;
    }
  }

  private async fetchOne(
    of: InboundAccount,
    id: string,
    file: CapturedFile,
  ): Promise<{ readonly id?: string; readonly why?: string }> {
    if (file.unread !== undefined) return { why: 'UNREAD' };
    if (!KEPT_TYPES.includes(file.type)) return { why: 'NOT_KEPT' };
    try {
      const checked = await this.check.check(await bytesOf(of, file.id));
      if (!checked) return { why: 'NOT_A_FILE' };
      const named = { ...checked, ...compact({ name: file.name }) };
      return { id: (await this.files.keep(of.district.id, named, this.clock.now(), id)).id };
    } catch (error) {
      if (error instanceof FileUnavailable) return { why: error.why };
      throw error;
    }
  }
}

async function bytesOf({ channel }: Pick<InboundAccount, 'channel'>, id: string, left = TRIES): Promise<Buffer> {
  try {
    return await whole(await channel.openFile(id, AbortSignal.timeout(10_000)));
  } catch (error) {
    const again = error instanceof FileUnavailable && error.why === 'UNREACHABLE' && left > 1;
    if (!again) throw error;
    return bytesOf({ channel }, id, left - 1);
  }
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new FileUnavailable('TOO_LARGE');
    parts.push(chunk);
  }
  return Buffer.concat(parts, size);
}
