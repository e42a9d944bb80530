import { Injectable } from '@nestjs/common';
import type { RemoveAnswerTemplateInput, SaveAnswerTemplateInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { IdempotencyKeyReused, refuse, uuidv5, VersionConflict } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import { AnswerTemplates, type TemplateVersion } from '../store/answer-templates.js';

/** What an edit gives the next version. */
type Edit = Pick<TemplateVersion, 'topic' | 'title' | 'text' | 'outcome' | 'forMessages' | 'removed'>;

/** The administrator's edits: each makes a version, and a repeated command gets the one that it made. */
@Injectable()
export class EditAnswerTemplates {
  constructor(
    private readonly database: Database,
    private readonly templates: AnswerTemplates,
  ) {}

  /** Throws `Refusal` TOPIC_UNKNOWN, NOT_FOUND; `VersionConflict`; `IdempotencyKeyReused`. */
  save(ctx: ClientCommandContext, input: SaveAnswerTemplateInput): Promise<TemplateVersion> {
    const { title, text } = input;
    const forMessages = input.forMessages ?? false;
    // A message that needs no case has neither.
    const { topic = null, outcome = null } = forMessages ? {} : input;
    if (topic !== null && !ctx.inDistrict.topics.some(({ code }) => code === topic)) refuse('TOPIC_UNKNOWN');
    return this.change(ctx, input.id ?? undefined, input.expectedVersion ?? 0, () => ({
      topic,
      title,
      text,
      outcome,
      forMessages,
      removed: false,
    }));
  }

  remove(ctx: ClientCommandContext, { id, expectedVersion }: RemoveAnswerTemplateInput): Promise<TemplateVersion> {
    return this.change(ctx, id, expectedVersion, (before) => ({ ...before, removed: true }));
  }

  private change(
    ctx: ClientCommandContext,
    given: string | undefined,
    expected: number,
    edit: (before: TemplateVersion) => Edit,
  ): Promise<TemplateVersion> {
    const { district, commandId: command, fingerprint, at: changedAt, sender } = ctx;
    const changedBy = sender.kind === 'official' ? sender.id : refuse('FORBIDDEN');
    return this.database.scope(district).transaction(async (tx) => {
      await this.templates.lock(tx, district);
      const repeated = await this.templates.byCommand(tx, district, command);
      if (repeated) return firstResult(repeated, fingerprint);
      const id = given ?? uuidv5(command, 'template');
      const before = await this.templates.newest(tx, district, id);
      if (given !== undefined && !before) refuse('NOT_FOUND');
      if (before && before.version !== expected) throw new VersionConflict(expected, before.version);
      const { topic, title, text, outcome, forMessages, removed } = edit(before!);
      const version: TemplateVersion = {
        district,
        id,
        version: (before?.version ?? 0) + 1,
        topic,
        title,
        text,
        outcome,
        forMessages,
        removed,
        changedAt,
        changedBy,
        command,
        fingerprint,
      };
      await this.templates.append(tx, version);
      return version;
    });
  }
}

function firstResult(repeated: TemplateVersion, fingerprint: string): TemplateVersion {
  if (repeated.fingerprint !== fingerprint) throw new IdempotencyKeyReused('this key was used for another template');
  return repeated;
}
