import type { CommandContext } from '@otklik/event-store';
import { compact, uuidv5 } from '@otklik/kernel';
import type { NoticeCommand } from '../domain/notice.decide.js';
import type { UnsentLetter } from './deliveries.js';

type Dispatched = Pick<UnsentLetter, 'district' | 'notice' | 'appeal' | 'cause'> & {
  readonly traceparent?: string | null;
};

/** Context of a command that tells what became of a letter or, with `attempt`, of an attempt; a repeated one has the same id. */
export function byDispatch(
  { district, notice, appeal, cause, traceparent = null }: Dispatched,
  { type }: NoticeCommand,
  at: string,
  attempt?: string,
): CommandContext {
  return compact({
    district,
    actor: { kind: 'system', id: 'notifications.dispatch' },
    commandId: uuidv5(notice, attempt === undefined ? type : `${type} ${attempt}`),
    correlationId: appeal,
    causationId: cause,
    at,
    traceparent: traceparent ?? undefined,
  });
}
