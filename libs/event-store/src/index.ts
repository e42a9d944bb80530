export type {
  AppendRequest,
  AppendResult,
  EventLog,
  EventStore,
  ExpectedVersion,
  Idempotency,
  NewEvent,
  RecordedEvent,
  RememberedCommand,
  Upcaster,
  Upcasters,
} from './event-store.js';
export type { CommandContext, Handle, Handled, HandleOptions, Sealing, StoredEvent } from './command-handler.js';
