export {
  BODY_LIMIT,
  startApplication,
  type ApplicationOptions,
  type Routes,
  type RunningApplication,
} from './application.js';
export { traceparentOf } from './request-span.js';
export {
  serviceNames,
  type EdgeAuthentication,
  type ServiceDefinition,
  type ServiceName,
  type ServiceResources,
} from './service.js';
export type { Language, PermittedContext, RequestContext } from './request-context.js';
export {
  BadInput,
  checkAll,
  cleanText,
  demandRange,
  Forbidden,
  MAX_TEXT_LENGTH,
  NotFound,
  optionalText,
  Overloaded,
  RateLimited,
  Unauthenticated,
  verbatimText,
  type TextLimits,
} from './input.js';
export { Unavailable } from '@otklik/kernel';
/** For services, which do not import the transport. */
export { isOutage } from '@otklik/messaging';
export { canonicalJson, commandContext, commandIdOf, districtId } from './command-context.js';
export { keyedHash } from './keyed-hash.js';
export { ACT_SCOPE, derivedSigningKey, PROVIDER_KEY_PURPOSE, PROVIDER_PATH } from './signing-key.js';
export {
  changeOf,
  readConsistencyToken,
  refusalAnswer,
  writeConsistencyToken,
  type ConsistencyToken,
} from './answer.js';
export { BulkCommand, Items, MAX_BULK_ITEMS, type EachItem } from './commands/bulk-command.js';
export { Command, Ctx, Input } from './commands/command.js';
export { caseFold, CaseReactor, onlyVersions, reactsTo } from './events/case-reactor.js';
export {
  Concern,
  EventConsumer,
  On,
  OnBatch,
  OnCase,
  OnCases,
  OnEvery,
  toConcern,
  waitUntilFound,
  type ReactionWithCase,
  type CaseWith,
  type CommandsOf,
  type EventOf,
  type Reaction,
} from './events/event-consumer.js';
export { openedBy } from './opened-by.js';
export { contentDisposition, sendPrivately, type PrivateFile } from './private-file.js';
export { readAsOfficial, type OfficialReader } from './read-as-official.js';
export { Background, type BackgroundTask } from './service/background.js';
export { polled, type PolledWork } from './service/polled.js';
export { Polling } from './service/polling.js';
export { PerformWork, type Performed, type WorkKind } from './work/perform-work.js';
export { LeaseLost, WorkQueue, type ClaimedWork, type Work } from './work/work-queue.js';
export type { WorkName } from './work/work-kinds.js';
export { claimsWaitForNoRow, mirroredWork } from './work/mirrored-work.js';
export { workTable } from './work/work-table.js';
export { termTimers, termTimersAreWork } from './terms/term-timers.js';
export { termWarnings } from './terms/term-warnings.js';
export { TermWarner, WatchTerms, type AppealOf, type PassedShare, type SetTerm } from './terms/watch-terms.js';
export { DATA_FOLDER, ENVIRONMENT, serviceModuleOf, THROTTLE, type ServiceModule } from './service/host-module.js';
export { ACTIVITY } from './service/activity.js';
export { WORKER_POOL } from './service/worker-pool.js';
export { chainedTables } from './service/chain-task.js';
export { EvidenceRetention, RETENTION_INTERVAL_MS, type KeptRecords } from './service/evidence-retention.js';
export type { HttpRoutes } from './service/http-routes.js';
export { everyOf, runtimeOf, type Runtime } from './service/runtime.js';
export { circuit, type CircuitOptions } from './circuit.js';
export {
  connection,
  connectionOf,
  pageRequest,
  withOneMore,
  type Connection,
  type ConnectionArgs,
} from './connection.js';
export { makeCursor, readCursor } from './cursor.js';
export { readFileReceipt, signFileReceipt, type ReceiptPlace, type UploadedFile } from './file-receipt.js';
export { readResidentToken, RESIDENT_TOKEN_TYPE, signResidentToken, type ResidentClaims } from './resident-token.js';
export {
  address,
  choice,
  integer,
  issuerAddress,
  rateLimit,
  readConfig,
  secretText,
  text,
  WrongConfiguration,
  type ConfigOf,
  type Environment,
  type Setting,
} from './config.js';
export { Markup, markup } from './markup.js';
export { metricsTokenSetting } from './metrics-access.js';
export { networkOf } from './network.js';
export { BodyMemoryBudget } from './body-memory-budget.js';
export { longestArrivalMs } from './min-data-rate.js';
export { purposeKeys } from './purpose-keys.js';
export { actorReader, actorSigner, type ActorClaims, type ReadActor, type SignActor } from './actor-token.js';
export { IN_WORK_PASS, PRINT_PASS, readPass, signPass, type InWorkPass, type PrintPass } from './signed-pass.js';
export { closedFields } from './case-evidence/contact-fields.js';
export { EVIDENCE_PASS, readEvidencePass, signEvidencePass, type EvidencePass } from './case-evidence/evidence-pass.js';
export { CaseEvidence, evidenceOf, evidenceText, type EvidenceSource } from './case-evidence/evidence-parts.js';
