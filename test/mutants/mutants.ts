import {
  beside,
  dropCall,
  dropOperand,
  dropProperty,
  dropStatement,
  dropText,
  replaceArgument,
  replaceCode,
  replaceCondition,
  replaceName,
  replaceOperand,
  replaceProperty,
  replaceReturn,
  replaceStatement,
  replaceText,
  replaceValue,
  swapOperator,
  takeElse,
} from './locate/change.js';
import { answerFileMutants } from './answer-file-mutants.js';
import { knownIssueMutants } from './known-issue-mutants.js';
import { oldJournalMutants } from './old-journal-mutants.js';
import { receptionMutants } from './reception-mutants.js';
import { mapMutants } from './map-mutants.js';
import { publicationMutants } from './publication-mutants.js';
import { newsMutants } from './news-mutants.js';
import { subscriptionMutants } from './subscription-mutants.js';
import { applicantMutants } from './applicant-mutants.js';
import { backupMutants } from './backup-mutants.js';
import type { Change } from './locate/change.js';
import { caseMutants } from './case-mutants.js';
import { classifierMutants } from './classifier-mutants.js';
import { learnedMutants } from './learned-mutants.js';
import { settingsMutants } from './settings-mutants.js';
import { chainMutants } from './chain-mutants.js';
import { deskMutants } from './desk-mutants.js';
import { documentMutants } from './document-mutants.js';
import { coExecutorMutants } from './co-executor-mutants.js';
import { dutyMutants } from './duty-mutants.js';
import { edgeMutants } from './edge-mutants.js';
import { fileMutants } from './file-mutants.js';
import { foundMutants } from './found-mutants.js';
import { givenMutants } from './given-mutants.js';
import { handoverMutants } from './handover-mutants.js';
import { maskingMutants } from './masking-mutants.js';
import { modelMutants } from './model-mutants.js';
import { mailMutants } from './mail-mutants.js';
import { networkMutants } from './network-mutants.js';
import { observingMutants } from './observing-mutants.js';
import { open311Mutants } from './open311-mutants.js';
import { evidenceMutants } from './evidence-mutants.js';
import { reportMutants } from './report-mutants.js';
import { printMutants } from './print-mutants.js';
import { signatureMutants } from './signature-mutants.js';
import { undoMutants } from './undo-mutants.js';
import { warningMutants } from './warning-mutants.js';
import { wholeMutants } from './whole-mutants.js';
import { outgoingMutants } from './outgoing-mutants.js';
import { waitingMutants } from './waiting-mutants.js';
import { webhookMutants } from './webhook-mutants.js';
import { startMutants } from './start-mutants.js';
import { wordingMutants } from './wording-mutants.js';
import { signInMutants } from './sign-in-mutants.js';
import { searchMutants } from './search-mutants.js';
import { survivorMutants } from './survivor-mutants.js';
import { pipelineMutants } from './pipeline-mutants.js';
import { readingMutants } from './reading-mutants.js';
import { lawMutants } from './law-mutants.js';
import { leavingMutants } from './leaving-mutants.js';
import { limitMutants } from './limit-mutants.js';
import { proofMutants } from './proof-mutants.js';
import { rightMutants } from './right-mutants.js';

/** A guarantee broken in one place, and the test that must fail then. */
export interface Mutant {
  readonly name: string;
  /**
   * The project, a folder where several know the name, and the symbol: `intake/mail: Letters.keep`. It holds wherever
   * the symbol is.
   */
  readonly in: string;
  readonly change: Change;
  /** The name of its file, after its project where that is another: `intake: letters.int.spec.ts`. */
  readonly spec: string;
  /** A part of the test's name. */
  readonly test: string;
  /** The test starts servers that not every machine can run. */
  readonly needs?: 'servers';
}

export const mutants: readonly Mutant[] = [
  {
    name: 'a letter on paper that is answered on the page',
    in: 'notifications: waysOfAppeal',
    change: replaceCondition('!address', 'account'),
    spec: 'notice-ways.spec.ts',
    test: '59-FZ art. 10(4), 13(3): no answer to an appeal is a call to a letter, or a page without an account',
  },
  {
    name: 'a proof that is dropped after a withdrawal',
    in: 'notifications: recordSent',
    change: replaceCondition("state.status !== 'OPEN'", 'isRecorded'),
    spec: 'notice.decide.spec.ts',
    test: 'never drops a proof that comes after the end',
  },
  {
    name: 'a break counted as working time',
    in: 'kernel: workingSpans',
    change: replaceCode('< edges.length; at += 2', '+ 1 < edges.length; at += 1'),
    spec: 'term.spec.ts',
    test: 'from 2026-11-24 10:30, 4 hours',
  },
  {
    name: 'a district with more time than the law',
    in: 'tenancy: faultFrom',
    change: swapOperator('<=', '>='),
    spec: 'checked-district-file.spec.ts',
    test: 'may shorten the terms of 59-FZ and not lengthen them',
  },
  {
    name: 'a paper letter registered late counted from its entry',
    in: 'intake: receptionDeadline',
    change: replaceName('arrival', "{ ...arrival, on: '2026-11-27' }", 'RECEIVED'),
    spec: 'reception-deadline.spec.ts',
    test: 'registers within three days of the arrival',
  },
  {
    name: 'an hour that is over and not overdue until midnight',
    in: 'search: dueUntil',
    change: replaceCondition('due.dueOn !== undefined', 'dueAt'),
    spec: 'live-list.int.spec.ts',
    test: 'tells to the minute what the clock makes overdue',
  },
  {
    name: 'an appeal under 59-FZ without sign-in',
    in: 'web: writeRoutes',
    change: takeElse('identifiedContext'),
    spec: 'resident-pages.spec.ts',
    test: 'takes for an appeal only what one sends who has signed in',
  },
  {
    name: 'a resident’s subject in clear in the table of sessions',
    in: 'gateway: ResidentSessions.begin',
    change: replaceProperty('subject', 'base64url'),
    spec: 'resident-sessions.spec.ts',
    test: 'keeps neither subject nor name in clear',
  },
  {
    name: 'a session of an official that identifies a resident',
    in: 'gateway: ResidentSessions.profileOf',
    change: replaceName('undefined', "{ subject: 'x' }", 'isResident'),
    spec: 'resident-sessions.spec.ts',
    test: 'takes no session of an official for a resident’s',
  },
  {
    name: 'a follow-up link that opens more than once',
    in: 'intake: FollowUpLinks.use',
    change: replaceText('$4 and used_by is null', '$4'),
    spec: 'form-and-lost-code.int.spec.ts',
    test: 'opens by its link once, with a new code in place of the lost one',
  },
  {
    name: 'a follow-up link for an e-mail that is not the appeal’s',
    in: 'intake: RecoverFollowUp.request',
    change: replaceValue('found[0]', 'includes'),
    spec: 'form-and-lost-code.int.spec.ts',
    test: 'answers the same to whatever is typed, and records a request of the right e-mail only',
  },
  {
    name: 'a submission without consent to the processing of personal data',
    in: 'intake: consents',
    change: replaceName('isNeeded', 'false', 'public'),
    spec: 'form-and-lost-code.int.spec.ts',
    test: 'is demanded with',
  },
  {
    name: 'idempotency keys without the content’s fingerprint',
    in: 'event-store: firstResult',
    change: dropOperand('fingerprint', '==='),
    spec: 'memory-event-store.spec.ts',
    test: 'remembers a command with its fingerprint',
  },
  {
    name: 'sealed values not bound to their field',
    in: 'vault: sealText',
    change: replaceText('${district}|${person}|${eventId}|${field}', '${district}|${person}'),
    spec: 'sealing.spec.ts',
    test: 'binds a text to district, person, event and field',
  },
  {
    name: 'files of an appeal for the resident of another',
    in: 'intake: Files.openClaimed',
    change: replaceOperand('row.appeal !== null', '===', beside('isGiven')),
    spec: 'files.int.spec.ts',
    test: 'opens a file for the resident of its appeal, and for no other resident',
  },
  {
    name: 'the search server verified with the patience of a search',
    in: 'search: serverSide',
    change: replaceName('writing', 'reading', 'index'),
    spec: 'server-failures.int.spec.ts',
    test: 'is verified although it answers too slowly for a search',
    needs: 'servers',
  },
  {
    name: 'unsent texts of responses for another department',
    in: 'responses: KeepPersonalDraft.save',
    change: dropStatement('demandRight'),
    spec: 'responses.int.spec.ts',
    test: 'refuses an unsent text of another department’s executor',
  },
  {
    name: 'a late retry restores an older unsent text',
    in: 'responses: KeepPersonalDraft.save',
    change: dropStatement('includes'),
    spec: 'responses.int.spec.ts',
    test: 'counts the last save, whatever retry of an earlier one comes after it',
  },
  {
    name: 'letters shown to another department',
    in: 'notifications: ReadCorrespondence.of',
    change: dropStatement('FORBIDDEN'),
    spec: 'letters.int.spec.ts',
    test: 'is for the question’s department and district only',
  },
  {
    name: 'one item of many stops the others',
    in: 'host: bulkInterceptor',
    change: replaceReturn('Promise.reject(error)', 'itemRefusal'),
    spec: 'routing.int.spec.ts',
    test: 'gives each of many items its own result',
  },
  {
    name: 'a choice of colours that leads to another host',
    in: 'web: chooseLook',
    change: dropCall('/^[/\\\\]+/'),
    spec: 'resident-pages.spec.ts',
    test: 'keeps language, size, colours and spacing in cookies, without a script',
  },
  {
    name: 'actor tokens of any service',
    in: 'host: actorReader',
    change: dropProperty('audience'),
    spec: 'actor-token.spec.ts',
    test: 'rejects every other token',
  },
  {
    name: 'no expected version',
    in: 'event-store: singleStatements',
    change: replaceText('s.version = $11::int4', '$11::int4 is not null'),
    spec: 'postgres-event-store.spec.ts',
    test: 'takes an exact version and nothing else',
  },
  {
    name: 'naive reader',
    in: 'event-store: postgresEventLog',
    change: dropStatement('!=='),
    spec: 'postgres-event-log.spec.ts',
    test: 'holds before a hole that a transaction may still fill',
  },
  {
    name: 'ack before commit',
    in: 'tenancy: transaction',
    change: replaceStatement('void commit(client).catch(() => undefined);', 'commit'),
    spec: 'postgres-database.spec.ts',
    test: 'does not say committed when a statement failed',
  },
  {
    name: 'a migration that holds all requests up while it waits',
    in: 'tenancy: install',
    change: dropProperty('extra'),
    spec: 'migration.spec.ts',
    test: 'lets requests through while it waits for a table that a long transaction reads',
  },
  {
    name: 'no tenant filter',
    in: 'tenancy: rowSecurity',
    change: replaceText('(${ofMyDistricts}) with check (${ofMyDistricts});', '(true) with check (true);'),
    spec: 'migration.spec.ts',
    test: 'installs a schema whose rows only their own districts see',
  },
  {
    name: 'row security that the owner passes by',
    in: 'tenancy: forceRowSecurity',
    change: dropText('alter table ${table} force row level security;'),
    spec: 'read-models.int.spec.ts',
    test: 'makes its tables with row-level security',
  },
  {
    name: 'no inbox',
    in: 'messaging: makeDelivery',
    change: replaceStatement(
      'if (!knows(event)) await blocked.block(event, new UnknownVersion(event)); else todo.push(event);',
      'UnknownVersion',
      'fresh',
    ),
    spec: 'in-process-transport.spec.ts',
    test: 'resumes after a stop; a redelivered event has no second',
  },
  {
    name: 'offset before effect',
    in: 'messaging: makeDelivery',
    change: replaceStatement('return { handled: 0, blocked: 0, deadLettered: 0, woken: 0 };', beside('isOutage')),
    spec: 'delivery.int.spec.ts',
    test: 'recovers from repeated connection loss without',
  },
  {
    name: 'a blocked key whose later facts are delivered',
    in: 'messaging: makeDelivery',
    change: replaceCondition('false', 'blocked', beside('UnknownVersion')),
    spec: 'in-process-transport.spec.ts',
    test: 'dead-letters a poisoned key after the maximum of attempts,',
  },
  {
    name: 'facts of an unknown version are skipped',
    in: 'messaging: makeDelivery',
    change: replaceStatement('continue;', 'UnknownVersion'),
    spec: 'in-process-transport.spec.ts',
    test: 'skips unknown types and dead-letters an unknown version of',
  },
  {
    name: 'no external version',
    in: 'search: writeDocuments',
    change: replaceOperand('0', '0'),
    spec: 'postgres-search-index.int.spec.ts',
    test: 'lets the newer version stand, whatever comes when',
  },
  {
    name: 'numbers of a series with gaps',
    in: 'intake: NumberSeries.take',
    change: replaceText('returning', '+ 1 returning'),
    spec: 'intake.int.spec.ts',
    test: 'numbers sixteen concurrent registrations without gap or repetition',
  },
  {
    name: 'two relays lead at once',
    in: 'messaging: tryAcquire',
    change: replaceText(
      'pg_try_advisory_lock(hashtextextended($1,',
      'pg_try_advisory_lock_shared(hashtextextended($1,',
    ),
    spec: 'relay.spec.ts',
    test: 'publishes once with two relays; the standby becomes leader',
    needs: 'servers',
  },
  {
    name: 'a relay that does not check its topic',
    in: 'messaging: startRelay',
    change: dropStatement('where'),
    spec: 'relay.spec.ts',
    test: 'publishes the log again when its topic was wiped, idle or',
    needs: 'servers',
  },
  {
    name: 'a send without a response for one partition',
    in: 'messaging: baseOffsets',
    change: dropStatement('were'),
    spec: 'kafka-client.spec.ts',
    test: 'fails a send whose response lacks a',
    needs: 'servers',
  },
  {
    name: 'a gap in the middle of a batch',
    in: 'messaging: contiguousRecords',
    change: replaceOperand('at === 0 && $&', '>'),
    spec: 'kafka-loop.spec.ts',
    test: 'stops before a missing record and continues when the relay',
    needs: 'servers',
  },
  {
    name: 'a late duplicate rewinds a checkpoint',
    in: 'messaging: positionAfter',
    change: dropStatement('0'),
    spec: 'checkpoints.spec.ts',
    test: 'continues after late duplicates',
  },
  {
    name: 'a foreign record that is not truncated',
    in: 'messaging: startRelay',
    change: replaceName('corrupt', '[]', 'a record got an unexpected offset'),
    spec: 'relay.spec.ts',
    test: 'truncates a partition that another producer writes to,',
    needs: 'servers',
  },
  {
    name: 'a missing bucket taken for a missing object',
    in: 'intake: openBucket',
    change: replaceOperand('error.status === 404', 'NoSuchKey'),
    spec: 'bucket.int.spec.ts',
    test: 'that answers 404 with NoSuchBucket',
  },
  {
    name: 'a file committed while its object is swept',
    in: 'intake: bucketBlobStore',
    change: replaceText("$2 and goes_after > '-infinity'", '$2'),
    spec: 'bucket-blob-store.int.spec.ts',
    test: 'refuses a commit while its object is being swept',
    needs: 'servers',
  },
  {
    name: 'an object that arrives after its row was swept',
    in: 'intake: bucketBlobStore',
    change: replaceCondition('goesAfter === undefined', 'parse'),
    spec: 'bucket-blob-store.int.spec.ts',
    test: 'sweeps an object that is stored after its commit timeout',
    needs: 'servers',
  },
  {
    name: 'letters written to files without OTKLIK_LETTERS',
    in: 'notifications: settings',
    change: replaceCondition('false', 'OTKLIK_LETTERS'),
    spec: 'config.spec.ts',
    test: 'refuses a missing mail server without OTKLIK_LETTERS=files',
  },
  {
    name: 'a copy that a running process fills reported as gone',
    in: 'read-models: makeReadModels',
    change: replaceReturn('true', 'filling'),
    spec: 'read-models.int.spec.ts',
    test: 'answers whether every copy is gone',
  },
  {
    name: 'an index build dropped while a process fills it',
    in: 'search: PostgresIndexVersions.claim',
    change: replaceText('c.at < now() - make_interval(secs => ${ABANDONED_S})', 'true'),
    spec: 'postgres-index-versions.int.spec.ts',
    test: 'drops what ended processes have left',
  },
  {
    name: 'rows of questions that keep the words of an erased person',
    in: 'search: writeQuestions',
    change: replaceCondition('row && !row.erased', 'row'),
    spec: 'search.int.spec.ts',
    test: 'keeps nothing in clear of an erased person',
  },
  {
    name: 'live lists in which an appeal stands whatever its questions are',
    in: 'search: meetsAppeal',
    change: replaceReturn('facets.questions.length > 0', 'questions'),
    spec: 'register-lists.int.spec.ts',
    test: 'lists and counts by every filter',
  },
  {
    name: 'a second index build reported as clean',
    in: 'search: cleanIndex',
    change: replaceStatement('await target.indexVersions.dropAbandoned(signal);', 'dropAbandoned'),
    spec: 'full-text.int.spec.ts',
    test: 'says that a copy is being made',
  },
  {
    name: 'a backlog that ends before an append under way',
    in: 'messaging: unpublished',
    change: dropOperand('1', beside('+')),
    spec: 'backlog.spec.ts',
    test: 'counts events recorded behind an append that is still',
    needs: 'servers',
  },
  {
    name: 'a table that the scrub was not allowed to rewrite',
    in: 'single: vacuumOnce',
    change: replaceOperand('false', 'WARNING'),
    spec: 'scrub.int.spec.ts',
    test: 'fails where the server skips a table',
  },
  {
    name: 'bodies beyond the memory budget',
    in: 'host: BodyMemoryBudget.hold',
    change: dropStatement('Overloaded'),
    spec: 'body-memory-budget.spec.ts',
    test: 'admits eight of the largest bodies',
  },
  {
    name: 'unlimited supplements',
    in: 'intake: supplement',
    change: replaceCondition('false', 'most'),
    spec: 'appeal.decide.spec.ts',
    test: 'supplements twenty times at most',
  },
  {
    name: 'unpublished fields leave the service',
    in: 'contracts: publisher',
    change: replaceValue('recorded.data as Data', 'Data'),
    spec: 'publisher.spec.ts',
    test: 'publishes the declared fields of an event',
  },
  {
    name: 'personal fields stored in clear',
    in: 'event-store: sealEvent',
    change: swapOperator('===', '>='),
    spec: 'command-handler.spec.ts',
    test: 'stores decided events sealed',
  },
  {
    name: 'a route that records the applicant’s words',
    in: 'routing: routeProposer',
    change: replaceArgument('() => submission.text', 'source', beside('words')),
    spec: 'routing-rules.spec.ts',
    test: 'returns the pattern of the rule when a synonym matches',
  },
  {
    name: 'only the first question closed',
    in: 'routing: FollowAppeal.ofEach',
    change: replaceStatement(
      'for (let ordinal = 1; ; ordinal += 1) { await this.exists(() => run(contextOf(ordinal), questionId(appeal, ordinal))); return; }',
      '1',
    ),
    spec: 'routing.int.spec.ts',
    test: 'closes all questions of an appeal',
  },
  {
    name: 'a newer value of an enumeration turns a list into an error',
    in: 'host: openEnumerations',
    change: takeElse('getValue'),
    spec: 'open-enumerations.spec.ts',
    test: 'answers a value that a newer build added',
  },
  {
    name: 'a term longer than the law gives',
    in: 'tenancy: termFault',
    change: replaceOperand('law[own.rule] !== undefined', 'LAW'),
    spec: 'checked-district-file.spec.ts',
    test: 'may shorten the terms of 59-FZ and not lengthen them',
  },
  {
    name: 'a live list that resumes from where it began',
    in: 'web: LiveList.apply',
    change: dropStatement('liveCursor'),
    spec: 'live-list.spec.ts',
    test: 'keeps the order and lets an entered row wait',
  },
  {
    name: 'acts that a killed tab left unsent, forgotten',
    in: 'web: Outbox.set',
    change: replaceArgument('[]', 'this'),
    spec: 'outbox.spec.ts',
    test: 'sends again after a reload what was not answered',
  },
  {
    name: 'formulas of residents in a table',
    in: 'kernel: cell',
    change: takeElse('/^[=+\\-@＝＋－＠\\t\\r\\n]/'),
    spec: 'csv.spec.ts',
    test: 'makes text of what a spreadsheet would run as a formula',
  },
  ...readingMutants,
  ...maskingMutants,
  ...caseMutants,
  ...classifierMutants,
  ...learnedMutants,
  ...settingsMutants,
  ...warningMutants,
  ...chainMutants,
  ...backupMutants,
  ...lawMutants,
  ...leavingMutants,
  ...modelMutants,
  ...mailMutants,
  ...networkMutants,
  ...observingMutants,
  ...open311Mutants,
  ...outgoingMutants,
  ...waitingMutants,
  ...webhookMutants,
  ...deskMutants,
  ...edgeMutants,
  ...mapMutants,
  ...limitMutants,
  ...rightMutants,
  ...proofMutants,
  ...fileMutants,
  ...foundMutants,
  ...givenMutants,
  ...applicantMutants,
  ...answerFileMutants,
  ...knownIssueMutants,
  ...oldJournalMutants,
  ...receptionMutants,
  ...publicationMutants,
  ...subscriptionMutants,
  ...newsMutants,
  ...handoverMutants,
  ...signInMutants,
  ...searchMutants,
  ...survivorMutants,
  ...startMutants,
  ...wordingMutants,
  ...documentMutants,
  ...dutyMutants,
  ...coExecutorMutants,
  ...evidenceMutants,
  ...printMutants,
  ...reportMutants,
  ...signatureMutants,
  ...undoMutants,
  ...wholeMutants,
  ...pipelineMutants,
];
