import { Injectable } from '@nestjs/common';
import type { Outcome } from '@otklik/contracts/enumerations';
import type { EarlierDraft, PersonalDraft, SaveResponseDraftInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { refuse } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import { sealOrRefuse, Vault } from '@otklik/vault';
import { type DraftKey, type KeptDraft, PersonalDrafts } from '../store/personal-drafts.js';
import { ReadResponse, type KnownResponse, type Reader } from './read-response.js';

/** Retries of older saves are recognised among so many: a client has few saves under way. */
const MAX_REMEMBERED_COMMANDS = 50;

/** The unsent text of an official for a response: saved while it is typed, until it is submitted or thrown away. */
@Injectable()
export class KeepPersonalDraft {
  private readonly seal: Vault['seal'];

  constructor(
    private readonly database: Database,
    private readonly responses: ReadResponse,
    private readonly drafts: PersonalDrafts,
    private readonly vault: Vault,
  ) {
    this.seal = sealOrRefuse(vault, 'RESPONSE_STATE_FORBIDS');
  }

  /**
   * A save that does not know of the last one is refused. A repeated command changes nothing, also when a later one has saved since. Allowed to an official
   * who has a text there already even if the question went to another department meanwhile: it is the official's own.
   */
  async save(ctx: ClientCommandContext, input: SaveResponseDraftInput): Promise<PersonalDraft> {
    const key = keyOf(ctx, input.id);
    const response = await this.responses.known(ctx.district, input.id);
    if (!(await this.drafts.of(key))) await this.responses.demandRight(readerOf(ctx), response);
    // Before the transaction, which must not wait for another connection.
    const sealed = await this.seal(ctx.district, response.person, ctx.commandId, 'draft', input.text);
    const kept = await this.database.scope(ctx.district).transaction(async (tx) => {
      const before = await this.drafts.lock(tx, key);
      if (before?.commands.includes(ctx.commandId)) return before;
      demandKnown(before, input.lastSavedAt);
      const commands = [...(before?.commands ?? []), ctx.commandId].slice(-MAX_REMEMBERED_COMMANDS);
      const { outcome = null, promisedUntil = null, basedOn } = input;
      const said = { outcome: outcome as Outcome | null, promisedUntil };
      const draft = { ...key, sealed, ...said, basedOn, savedAt: ctx.at, commands };
      await this.drafts.keep(tx, draft);
      return draft;
    });
    return this.view(kept, response);
  }

  async of(reader: Reader, response: string): Promise<PersonalDraft | undefined> {
    const known = await this.responses.known(reader.district, response);
    const kept = await this.drafts.of({ district: reader.district, response, official: reader.official });
    return kept && this.view(kept, known);
  }

  /** False when there was none. */
  discard(ctx: ClientCommandContext, response: string): Promise<boolean> {
    return this.database.scope(ctx.district).transaction((tx) => this.drafts.remove(tx, keyOf(ctx, response)));
  }

  /** The text went to approval. One that the official has changed since, in another window, stays. */
  async submitted(ctx: ClientCommandContext, response: string, text: string): Promise<void> {
    const key = keyOf(ctx, response);
    const kept = await this.drafts.of(key);
    if (!kept || (await this.opened(kept))?.trim() !== text) return;
    await this.database.scope(ctx.district).transaction(async (tx) => {
      const now = await this.drafts.lock(tx, key);
      if (now?.sealed === kept.sealed) await this.drafts.remove(tx, key);
    });
  }

  /**
   * Of those who had the question before, for its executor now: what they had not sent, the latest first. What was begun
   * before the response was reopened is a draft of the answer that was given, and is not offered for the next.
   */
  async earlier(reader: Reader, response: string): Promise<readonly EarlierDraft[]> {
    const known = await this.responses.known(reader.district, response);
    if (!(await this.responses.isExecutor(reader, known))) return [];
    const kept = await this.drafts.ofOthers({ district: reader.district, response, official: reader.official });
    const reopened = known.events.findLast(({ type }) => type === 'ResponseReopened')?.version ?? 0;
    const unsent = await Promise.all(
      kept
        .filter(({ basedOn }) => basedOn >= reopened)
        .map(async (one) => {
          const { official: by, outcome, promisedUntil, savedAt: at } = one;
          return { ...this.responses.named(by), by, text: (await this.opened(one)) ?? '', outcome, promisedUntil, at };
        }),
    );
    const voided = await this.responses.voided(reader, known);
    return [...unsent, ...voided].filter(({ text }) => text.trim() !== '');
  }

  private async view(kept: KeptDraft, { id, version }: KnownResponse): Promise<PersonalDraft> {
    const { outcome, promisedUntil, basedOn, savedAt } = kept;
    return {
      __typename: 'PersonalDraft',
      response: id,
      outcome,
      promisedUntil,
      basedOn,
      version,
      savedAt,
      text: (await this.opened(kept)) ?? null,
    };
  }

  private opened({ district, sealed }: KeptDraft): Promise<string | undefined> {
    return this.vault.open(district, sealed, { field: 'draft' });
  }
}

/** Absent: a client that does not tell. */
function demandKnown(before: KeptDraft | undefined, lastSavedAt: string | null | undefined): void {
  if (lastSavedAt === undefined || before === undefined) return;
  if (lastSavedAt === null || Date.parse(lastSavedAt) !== Date.parse(before.savedAt)) refuse('DRAFT_SAVED_ELSEWHERE');
}

function keyOf({ district, sender }: ClientCommandContext, response: string): DraftKey {
  if (sender.kind !== 'official') return refuse('FORBIDDEN');
  return { district, response, official: sender.id };
}

function readerOf({ district, sender, mayActIn }: ClientCommandContext): Reader {
  return sender.kind === 'official' ? { district, official: sender.id, mayActIn } : refuse('FORBIDDEN');
}
