import type { CommandContext, Handled } from '@otklik/event-store';
import { localDate, refuse } from '@otklik/kernel';
import type { Database, District } from '@otklik/tenancy';
import { KeyDestroyed } from '@otklik/vault';
import type { AppealCommand } from '../domain/appeal.decide.js';
import type { AppealEvent, AppealState } from '../domain/appeal.js';
import type { AppealHandle } from './appeal-log.js';
import type { ClaimFiles, Owner } from './submit-appeal.js';

export interface SupplementPorts {
  readonly database: Database;
  readonly handle: AppealHandle;
  readonly claimFiles: ClaimFiles;
}

/** Adds a text and files: both or neither. Throws `Refusal`, `IdempotencyKeyReused`. */
export async function supplementAppeal(
  { database, handle, claimFiles }: SupplementPorts,
  owner: Owner,
  { text, files }: { readonly text: string; readonly files: readonly string[] },
  context: CommandContext,
): Promise<Handled<AppealState, AppealEvent>> {
  const command = { type: 'SupplementAppeal', text, commandId: context.commandId } as const;
  if (files.length === 0) return handle(context, owner.appeal, { ...command, files: [] });
  const claim = await claimFiles(owner, files).catch(refuseErased);
  return database.scope(owner.district).transaction(async (tx) => {
    await claim.commit(tx);
    return handle(context, owner.appeal, { ...command, files: claim.files }, { tx });
  });
}

/** The files' keys are sealed before the rules are asked. */
function refuseErased(error: unknown): never {
  if (error instanceof KeyDestroyed) refuse('APPEAL_STATE_FORBIDS');
  throw error;
}

/** The term is the one of the district's policy now. */
export function reopeningRequest(
  district: District,
  reason: string,
  { commandId, at }: Pick<CommandContext, 'commandId' | 'at'>,
): AppealCommand {
  return {
    type: 'RequestReopening',
    reason,
    commandId,
    today: localDate(at, district.zone),
    withinDays: district.policy.reopenWithinDays,
  };
}
