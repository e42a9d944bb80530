export type {
  AppendRequest,
  AppendResult,
  InitialRowValues,
  ExpectedVersion,
  Idempotency,
  NewEvent,
  RecordedEvent,
  RememberedCommand,
  SilentCommand,
  StreamKey,
  Upcaster,
  Upcasters,
} from './event-store.js';
export { EventLog, EventStore, streamName } from './event-store.js';
export type { ClientCommandContext } from './client-command-context.js';
export {
  demandSeen,
  domainEvent,
  CommandHandler,
  prepareAppend,
  type CommandContext,
  type DecidedAppend,
  type DomainEvent,
  type Handled,
  type HandleOptions,
  type HandlerDependencies,
  type Sealing,
  type StoredForm,
  type StreamBefore,
} from './command-handler.js';
export { commandSets, Overtaken, type CommandSet, type CommandUnit, type HandledInSet } from './command-set.js';
export { sealedCommandHandler, sealedCommandSets, type SealedAggregate } from './sealed-handler.js';
export { InitialRowsConflict, type InitialRows } from './initial-rows.js';
export { AppendSignal } from './append-signal.js';
export { memoryEventStore, type MemoryEventStore } from './memory-event-store.js';
export { addToLog, readDistrictLog, type StoredEvent } from './district-log.js';
export { upcast } from './upcast.js';
export { logMigrations } from './log-migrations.js';
export { postgresEventLog, type PostgresEventLogOptions } from './postgres-event-log.js';
export { postgresEventStore, type PostgresEventStoreOptions } from './postgres-event-store.js';
export { StoreUnavailable } from './store-unavailable.js';
export { verifyLog, type LogDifference, type LogReport, type VerifyOptions } from './verify.js';
export { forgetCommands, forgetRegularly, type Forgetting } from './forget-commands.js';
export { untilHead } from './until-head.js';
export {
  anchorOf,
  anchorsInForce,
  contradicted,
  headsOf,
  isGenuine,
  restoredAnchors,
  type Anchor,
} from './chain/anchors.js';
export { CHAIN_KEY, chainKey, chainKeyOf, type ChainHead, type ChainKey } from './chain/chain-key.js';
export { chainedPosition, chainMigrations } from './chain/chain-migrations.js';
export { ChainWriter, type ChainWriterOptions, type Extended } from './chain/chain-writer.js';
export { countEvidence, removeEvidence, type EvidenceCount, type EvidenceOfDistrict } from './chain/remove-evidence.js';
export { proofOfStreams, type ProvedRow, type ProvingBlock, type StreamsProof } from './chain/chain-proof.js';
export { blockHash, decodeRows, eventChain, evidenceChain, type ChainedTable } from './chain/chained-table.js';
export { verifyChain, type ChainDifference, type ChainReport } from './chain/verify-chain.js';
