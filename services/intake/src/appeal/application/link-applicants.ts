import { Injectable } from '@nestjs/common';
import type { JoinApplicantsInput, PartApplicantsInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, CommandContext, Handled } from '@otklik/event-store';
import { refuse, uuidv5 } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import type { AppealEvent, AppealState } from '../domain/appeal.js';
import type { AppealCommand } from '../domain/appeal.decide.js';
import { Duplicates } from '../store/duplicates.js';
import { AppealHandler } from './appeal-handler.js';

type Changed = Promise<Handled<AppealState, AppealEvent>>;

interface Linked {
  readonly id: string;
  readonly expectedVersion: number;
  readonly other: string | undefined;
  readonly command: (other: string | undefined) => AppealCommand;
}

/**
 * Which appeals are of one person. A link is recorded on both, in one transaction, so that each log tells it by itself. Each throws
 * `Refusal` (NOT_FOUND: the district has no such other appeal), `VersionConflict`, `IdempotencyKeyReused`.
 */
@Injectable()
export class LinkApplicants {
  constructor(
    private readonly database: Database,
    private readonly appeals: AppealHandler,
    private readonly duplicates: Duplicates,
  ) {}

  join(ctx: ClientCommandContext, { id, expectedVersion, with: given, ground }: JoinApplicantsInput): Changed {
    const other = given?.toLowerCase();
    const command = (of: string | undefined) => ({ type: 'JoinApplicant', ...(of && { with: of }), ground }) as const;
    return this.both(ctx, { id, expectedVersion, other, command });
  }

  part(ctx: ClientCommandContext, { id, expectedVersion, from: given, ground }: PartApplicantsInput): Changed {
    const other = given?.toLowerCase();
    const command = (of: string | undefined) => ({ type: 'PartApplicant', ...(of && { from: of }), ground }) as const;
    return this.both(ctx, { id, expectedVersion, other, command });
  }

  private both(ctx: ClientCommandContext, { id, expectedVersion, other, command }: Linked): Changed {
    const own = id.toLowerCase();
    if (other === own) refuse('NOT_FOUND');
    return this.database.scope(ctx.district).transaction(async (tx) => {
      // One after the other: two that name the same appeals in opposite order would wait for each other.
      await this.duplicates.lock(tx, ctx.district);
      if (other !== undefined) {
        const { status } = (await this.appeals.load(ctx.district, other, tx)).state;
        if (status === 'NONE') refuse('NOT_FOUND');
      }
      const changed = await this.appeals.handle(ctx, id, command(other), { tx, expectedVersion });
      if (changed.repeated) return changed;
      for (const one of other === undefined ? othersOf(changed.events) : [other]) {
        // Of what was erased since nothing leads to anyone.
        const { status } = (await this.appeals.load(ctx.district, one, tx)).state;
        if (other !== undefined || status !== 'ERASED')
          await this.appeals.handle(otherOf(ctx, one), one, command(own), { tx });
      }
      return changed;
    });
  }
}

/** What an appeal leaves, or comes back to, when it is taken out of its person's or returned. */
function othersOf(events: readonly AppealEvent[]): readonly string[] {
  return events.flatMap((event) => ('others' in event && event.others) || []);
}

/** The same act on the other appeal. */
function otherOf({ fingerprint: _, ...ctx }: ClientCommandContext, other: string): CommandContext {
  return { ...ctx, commandId: uuidv5(ctx.commandId, other), correlationId: other };
}
