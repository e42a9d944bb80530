import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerFileMutants } from './answer-file-mutants.js';
import { backupMutants } from './backup-mutants.js';
import { caseMutants } from './case-mutants.js';
import { chainMutants } from './chain-mutants.js';
import { deskMutants } from './desk-mutants.js';
import { dutyMutants } from './duty-mutants.js';
import { edgeMutants } from './edge-mutants.js';
import { fileMutants } from './file-mutants.js';
import { givenMutants } from './given-mutants.js';
import { handoverMutants } from './handover-mutants.js';
import { maskingMutants } from './masking-mutants.js';
import { modelMutants } from './model-mutants.js';
import { mailMutants } from './mail-mutants.js';
import { networkMutants } from './network-mutants.js';
import { observingMutants } from './observing-mutants.js';
import { open311Mutants } from './open311-mutants.js';
import { wholeMutants } from './whole-mutants.js';
import { webhookMutants } from './webhook-mutants.js';
import { startMutants } from './start-mutants.js';
import { signInMutants } from './sign-in-mutants.js';
import { survivorMutants } from './survivor-mutants.js';
import { readingMutants } from './reading-mutants.js';
import { lawMutants } from './law-mutants.js';
import { leavingMutants } from './leaving-mutants.js';
import { limitMutants } from './limit-mutants.js';
import { pipelineMutants } from './pipeline-mutants.js';
import { proofMutants } from './proof-mutants.js';
import { rightMutants } from './right-mutants.js';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A guarantee broken in one place, and the test that must fail then. */
export interface Mutant {
  readonly name: string;
  /** The source file, from the root; it holds `find` exactly once. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly spec: string;
  /** A part of the test's name. */
  readonly test: string;
  /** The test starts servers that not every machine can run. */
  readonly needs?: 'servers';
}

const STORE = 'libs/event-store/src';
const MESSAGING = 'libs/messaging/src';
const IN_PROCESS = `${MESSAGING}/in-process-transport.spec.ts`;

export const mutants: readonly Mutant[] = [
  {
    name: 'a letter on paper that is answered on the page',
    file: 'services/notifications/src/notice/domain/notice-ways.ts',
    find: "if (channel === 'SITE' && account) return",
    replace: 'if (!address) return',
    spec: 'services/notifications/src/notice/domain/notice-ways.spec.ts',
    test: '59-FZ art. 10(4), 13(3): no answer to an appeal is a call to a letter, or a page without an account',
  },
  {
    name: 'a proof that is dropped after a withdrawal',
    file: 'services/notifications/src/notice/domain/notice.decide.ts',
    find: 'if (isKnown || isRecorded(state, proof)) return [];',
    replace: "if (state.status !== 'OPEN') return [];",
    spec: 'services/notifications/src/notice/domain/notice.decide.spec.ts',
    test: 'never drops a proof that comes after the end',
  },
  {
    name: 'a break counted as working time',
    file: 'libs/kernel/src/calendar.ts',
    find: 'for (let at = 0; at < edges.length; at += 2)',
    replace: 'for (let at = 0; at + 1 < edges.length; at += 1)',
    spec: 'libs/kernel/src/term.spec.ts',
    test: 'from 2026-11-24 10:30, 4 hours',
  },
  {
    name: 'a district with more time than the law',
    file: 'libs/tenancy/src/legal-terms.ts',
    find: 'if (ours <= theirs) return undefined;',
    replace: 'if (ours >= theirs) return undefined;',
    spec: 'libs/tenancy/src/checked-district-file.spec.ts',
    test: 'may shorten the terms of 59-FZ and not lengthen them',
  },
  {
    name: 'a paper letter registered late counted from its entry',
    file: 'services/intake/src/appeal/domain/reception-deadline.ts',
    find: 'startedDeadline(rule, { RECEIVED: arrival }, calendar)',
    replace: "startedDeadline(rule, { RECEIVED: { ...arrival, on: '2026-11-27' } }, calendar)",
    spec: 'services/intake/src/appeal/domain/reception-deadline.spec.ts',
    test: 'registers within three days of the arrival',
  },
  {
    name: 'an hour that is over and not overdue until midnight',
    file: 'services/search/src/register/application/fold/question-deadline.ts',
    find: 'if (due.dueAt === undefined) return',
    replace: 'if (due.dueOn !== undefined) return',
    spec: 'services/search/src/live/live-list.int.spec.ts',
    test: 'tells to the minute what the clock makes overdue',
  },
  {
    name: 'an appeal under 59-FZ without sign-in',
    file: 'services/web/server/resident/write-routes.ts',
    find: 'isAppeal\n      ? pages.identifiedContext(request, form.fields)\n      : pages.context(request, form.fields)',
    replace: 'pages.context(request, form.fields)',
    spec: 'services/gateway/src/resident-pages.spec.ts',
    test: 'takes for an appeal only what one sends who has signed in',
  },
  {
    name: 'a resident’s subject in clear in the table of sessions',
    file: 'services/gateway/src/session/resident-sessions.ts',
    find: "subject: createHmac('sha256', key).update(subject).digest('base64url')",
    replace: 'subject',
    spec: 'services/gateway/src/session/resident-sessions.spec.ts',
    test: 'keeps neither subject nor name in clear',
  },
  {
    name: 'a session of an official that identifies a resident',
    file: 'services/gateway/src/session/resident-sessions.ts',
    find: 'if (!isResident || profile === null) return undefined;',
    replace: "if (!isResident || profile === null) return { subject: 'x' };",
    spec: 'services/gateway/src/session/resident-sessions.spec.ts',
    test: 'takes no session of an official for a resident’s',
  },
  {
    name: 'a follow-up link that opens more than once',
    file: 'services/intake/src/appeal/adapters/postgres/postgres-follow-up-links.ts',
    find: ' and used_by is null\n       returning',
    replace: '\n       returning',
    spec: 'services/intake/src/appeal/form-and-lost-code.int.spec.ts',
    test: 'opens by its link once, with a new code in place of the lost one',
  },
  {
    name: 'a follow-up link for an e-mail that is not the appeal’s',
    file: 'services/intake/src/appeal/application/recover-follow-up.ts',
    find: 'found.find(({ person }) => persons.includes(person))',
    replace: 'found[0]',
    spec: 'services/intake/src/appeal/form-and-lost-code.int.spec.ts',
    test: 'answers the same to whatever is typed, and records a request of the right e-mail only',
  },
  {
    name: 'a submission without consent to the processing of personal data',
    file: 'services/intake/src/appeal/adapters/submission-fields.ts',
    find: 'version === undefined ? isNeeded : version',
    replace: 'version === undefined ? false : version',
    spec: 'services/intake/src/appeal/form-and-lost-code.int.spec.ts',
    test: 'is demanded with',
  },
  {
    name: 'idempotency keys without the content’s fingerprint',
    file: `${STORE}/command-memory.ts`,
    find: 'remembered.stream === stream && remembered.fingerprint === fingerprint',
    replace: 'remembered.stream === stream',
    spec: `${STORE}/memory-event-store.spec.ts`,
    test: 'remembers a command with its fingerprint',
  },
  {
    name: 'sealed values not bound to their field',
    file: 'libs/vault/src/sealing.ts',
    find: 'const box = encrypt(key, `${district}|${person}|${eventId}|${field}`,',
    replace: 'const box = encrypt(key, `${district}|${person}`,',
    spec: 'libs/vault/src/sealing.spec.ts',
    test: 'binds a text to district, person, event and field',
  },
  {
    name: 'files of an appeal for the resident of another',
    file: 'services/intake/src/files/application/files.ts',
    find: 'row.appeal === appeal && (await this.isGiven(district, row))',
    replace: 'row.appeal !== null && (await this.isGiven(district, row))',
    spec: 'services/intake/src/files/adapters/http/files.int.spec.ts',
    test: 'opens a file for the resident of its appeal, and for no other resident',
  },
  {
    name: 'the search server verified with the patience of a search',
    file: 'services/search/src/search-server-side.ts',
    find: 'index: elasticSearchIndex(writing),',
    replace: 'index: elasticSearchIndex(reading),',
    spec: 'services/search/src/server-failures.int.spec.ts',
    test: 'is verified although it answers too slowly for a search',
    needs: 'servers',
  },
  {
    name: 'unsent texts of responses for another department',
    file: 'services/responses/src/application/keep-personal-draft.ts',
    find: '    if (!(await this.drafts.of(key))) await this.responses.demandRight(readerOf(ctx), response);\n',
    replace: '',
    spec: 'services/responses/src/responses.int.spec.ts',
    test: 'refuses an unsent text of another department’s executor',
  },
  {
    name: 'a late retry restores an older unsent text',
    file: 'services/responses/src/application/keep-personal-draft.ts',
    find: '      if (before?.commands.includes(ctx.commandId)) return before;\n',
    replace: '',
    spec: 'services/responses/src/responses.int.spec.ts',
    test: 'counts the last save, whatever retry of an earlier one comes after it',
  },
  {
    name: 'letters shown to another department',
    file: 'services/notifications/src/letters/application/correspondence.ts',
    find: "    if (!covers(mayActIn, department)) refuse('FORBIDDEN');\n",
    replace: '',
    spec: 'services/notifications/src/letters/letters.int.spec.ts',
    test: 'is for the question’s department and district only',
  },
  {
    name: 'one item of many stops the others',
    file: 'libs/host/src/commands/bulk-command.ts',
    find: 'itemRefusal(error, permitted.language)',
    replace: 'Promise.reject(error)',
    spec: 'services/routing/src/routing.int.spec.ts',
    test: 'gives each of many items its own result',
  },
  {
    name: 'a choice of colours that leads to another host',
    file: 'services/web/server/resident/resident-pages.ts',
    find: ".replace(/^[/\\\\]+/, '')",
    replace: '',
    spec: 'services/gateway/src/resident-pages.spec.ts',
    test: 'keeps language, size, colours and spacing in cookies, without a script',
  },
  {
    name: 'actor tokens of any service',
    file: 'libs/host/src/actor-token.ts',
    find: '      audience: audience(service),\n',
    replace: '',
    spec: 'libs/host/src/actor-token.spec.ts',
    test: 'rejects every other token',
  },
  {
    name: 'no expected version',
    file: `${STORE}/single-statement.ts`,
    find: 'where s.version = $11::int4',
    replace: 'where $11::int4 is not null',
    spec: `${STORE}/postgres-event-store.spec.ts`,
    test: 'takes an exact version and nothing else',
  },
  {
    name: 'naive reader',
    file: `${STORE}/postgres-event-log.ts`,
    find: 'if (position !== last + 1 && position > settled) break;',
    replace: '',
    spec: `${STORE}/postgres-event-log.spec.ts`,
    test: 'holds before a hole that a transaction may still fill',
  },
  {
    name: 'ack before commit',
    file: 'libs/tenancy/src/postgres-database.ts',
    find: 'if (end()) await commit(client);',
    replace: 'if (end()) void commit(client).catch(() => undefined);',
    spec: 'libs/tenancy/src/postgres-database.spec.ts',
    test: 'does not say committed when a statement failed',
  },
  {
    name: 'a migration that holds all requests up while it waits',
    file: 'libs/tenancy/src/migration.ts',
    find: 'extra: { lock_timeout: LOCK_TIMEOUT_MS },',
    replace: '',
    spec: 'libs/tenancy/src/migration.spec.ts',
    test: 'lets requests through while it waits for a table that a long transaction reads',
  },
  {
    name: 'no tenant filter',
    file: 'libs/tenancy/src/migration.ts',
    find: 'to ${app} using (${ofMyDistricts}) with check (${ofMyDistricts});',
    replace: 'to ${app} using (true) with check (true);',
    spec: 'libs/tenancy/src/migration.spec.ts',
    test: 'installs a schema whose rows only their own districts see',
  },
  {
    name: 'row security that the owner passes by',
    file: 'libs/tenancy/src/migration.ts',
    find: 'alter table ${table} force row level security;',
    replace: '',
    spec: 'libs/read-models/src/read-models.int.spec.ts',
    test: 'makes its tables with row-level security',
  },
  {
    name: 'no inbox',
    file: `${MESSAGING}/delivery.ts`,
    find: 'else if (!fresh) continue;',
    replace: '',
    spec: IN_PROCESS,
    test: 'resumes after a stop; a redelivered event has no second',
  },
  {
    name: 'offset before effect',
    file: `${MESSAGING}/delivery.ts`,
    find: 'if (isOutage(error)) throw error;\n        logger.debug',
    replace: 'if (isOutage(error)) return { handled: 0, blocked: 0, deadLettered: 0, woken: 0 };\n        logger.debug',
    spec: `${MESSAGING}/delivery.int.spec.ts`,
    test: 'recovers from repeated connection loss without',
  },
  {
    name: 'a blocked key whose later facts are delivered',
    file: `${MESSAGING}/delivery.ts`,
    find: 'if (blocked.has(event)) blocked.queue(event, fresh);\n',
    replace: 'if (false) blocked.queue(event, fresh);\n',
    spec: IN_PROCESS,
    test: 'dead-letters a poisoned key after the maximum of attempts,',
  },
  {
    name: 'facts of an unknown version are skipped',
    file: `${MESSAGING}/delivery.ts`,
    find: 'await blocked.block(event, new UnknownVersion(event));',
    replace: 'continue;',
    spec: IN_PROCESS,
    test: 'skips unknown types and dead-letters an unknown version of',
  },
  {
    name: 'no external version',
    file: 'services/search/src/fulltext/adapters/postgres/index-write.ts',
    find: 'version > Number(kept.get(id)?.version ?? 0)',
    replace: 'version > 0',
    spec: 'services/search/src/fulltext/adapters/postgres/postgres-search-index.int.spec.ts',
    test: 'lets the newer version stand, whatever comes when',
  },
  {
    name: 'numbers of a series with gaps',
    file: 'services/intake/src/appeal/adapters/postgres/postgres-number-series.ts',
    find: 'set last = series.last + excluded.last returning last',
    replace: 'set last = series.last + excluded.last + 1 returning last',
    spec: 'services/intake/src/intake.int.spec.ts',
    test: 'numbers sixteen concurrent registrations without gap or repetition',
  },
  {
    name: 'two relays lead at once',
    file: `${MESSAGING}/kafka/leader-lease.ts`,
    find: "'select pg_try_advisory_lock(hashtextextended($1, 0)) as yes'",
    replace: "'select pg_try_advisory_lock_shared(hashtextextended($1, 0)) as yes'",
    spec: `${MESSAGING}/kafka/relay.spec.ts`,
    test: 'publishes once with two relays; the standby becomes leader',
    needs: 'servers',
  },
  {
    name: 'a relay that does not check its topic',
    file: `${MESSAGING}/kafka/relay.ts`,
    find: "if (!isIntact) throw new TopicChanged('the topic does not end where it was left');",
    replace: '',
    spec: `${MESSAGING}/kafka/relay.spec.ts`,
    test: 'publishes the log again when its topic was wiped, idle or',
    needs: 'servers',
  },
  {
    name: 'a send without a response for one partition',
    file: `${MESSAGING}/kafka/kafka-client.ts`,
    find: 'if (left) throw new Error(`The records of partition ${left.partition} were not sent.`);',
    replace: '',
    spec: `${MESSAGING}/kafka/kafka-client.spec.ts`,
    test: 'fails a send whose response lacks a',
    needs: 'servers',
  },
  {
    name: 'a gap in the middle of a batch',
    file: `${MESSAGING}/kafka/checkpoints.ts`,
    find: "headerNumber(record, 'after') > lastPosition;",
    replace: "(at === 0 && headerNumber(record, 'after') > lastPosition);",
    spec: `${MESSAGING}/kafka/kafka-loop.spec.ts`,
    test: 'stops before a missing record and continues when the relay',
    needs: 'servers',
  },
  {
    name: 'a late duplicate rewinds a checkpoint',
    file: `${MESSAGING}/kafka/checkpoints.ts`,
    find: 'if (position === 0 || position < lastPosition) continue;',
    replace: '',
    spec: `${MESSAGING}/kafka/checkpoints.spec.ts`,
    test: 'continues after late duplicates',
  },
  {
    name: 'a foreign record that is not truncated',
    file: `${MESSAGING}/kafka/relay.ts`,
    find: "'a record got an unexpected offset', corrupt)",
    replace: "'a record got an unexpected offset', [])",
    spec: `${MESSAGING}/kafka/relay.spec.ts`,
    test: 'truncates a partition that another producer writes to,',
    needs: 'servers',
  },
  {
    name: 'a missing bucket taken for a missing object',
    file: 'services/intake/src/files/adapters/s3/bucket.ts',
    find: "error instanceof S3Failure && error.code === 'NoSuchKey'",
    replace: 'error instanceof S3Failure && error.status === 404',
    spec: 'services/intake/src/files/adapters/s3/bucket.int.spec.ts',
    test: 'that answers 404 with NoSuchBucket',
  },
  {
    name: 'a file committed while its object is swept',
    file: 'services/intake/src/files/adapters/s3/bucket-blob-store.ts',
    find: "and name = $2 and goes_after > '-infinity'",
    replace: 'and name = $2',
    spec: 'services/intake/src/files/adapters/s3/bucket-blob-store.int.spec.ts',
    test: 'refuses a commit while its object is being swept',
    needs: 'servers',
  },
  {
    name: 'an object that arrives after its row was swept',
    file: 'services/intake/src/files/adapters/s3/bucket-blob-store.ts',
    find: 'if (Date.parse(now()) >= goesAfter) {',
    replace: 'if (goesAfter === undefined) {',
    spec: 'services/intake/src/files/adapters/s3/bucket-blob-store.int.spec.ts',
    test: 'sweeps an object that is stored after its commit timeout',
    needs: 'servers',
  },
  {
    name: 'letters written to files without OTKLIK_LETTERS',
    file: 'services/notifications/src/config.ts',
    find: "raw === undefined && !environment['OTKLIK_LETTERS']",
    replace: 'false',
    spec: 'services/notifications/src/config.spec.ts',
    test: 'refuses a missing mail server without OTKLIK_LETTERS=files',
  },
  {
    name: 'a copy that a running process fills reported as gone',
    file: 'libs/read-models/src/read-models.ts',
    find: 'return filling === 0;',
    replace: 'return true;',
    spec: 'libs/read-models/src/read-models.int.spec.ts',
    test: 'answers whether every copy is gone',
  },
  {
    name: 'an index build dropped while a process fills it',
    file: 'services/search/src/fulltext/adapters/postgres/postgres-index-versions.ts',
    find: 'where c.at < now() - make_interval(secs => ${ABANDONED_S})`',
    replace: 'where true`',
    spec: 'services/search/src/fulltext/adapters/postgres/postgres-index-versions.int.spec.ts',
    test: 'drops what ended processes have left',
  },
  {
    name: 'rows of questions that keep the words of an erased person',
    file: 'services/search/src/register/adapters/postgres/register.projection.ts',
    find: 'row ? row.questions.map(',
    replace: 'row && !row.erased ? row.questions.map(',
    spec: 'services/search/src/search.int.spec.ts',
    test: 'keeps nothing in clear of an erased person',
  },
  {
    name: 'live lists in which an appeal stands whatever its questions are',
    file: 'services/search/src/register/application/list/register-filter.ts',
    find: 'facets.questions.some((question) => meetsQuestion(facets, question, filter))',
    replace: 'facets.questions.length > 0',
    spec: 'services/search/src/register/register-lists.int.spec.ts',
    test: 'lists and counts by every filter',
  },
  {
    name: 'a second index build reported as clean',
    file: 'services/search/src/clean-copies.ts',
    find: 'if (!(await target.indexVersions.dropAbandoned(signal))) return false;',
    replace: 'await target.indexVersions.dropAbandoned(signal);',
    spec: 'services/search/src/fulltext/full-text.int.spec.ts',
    test: 'says that a copy is being made',
  },
  {
    name: 'a backlog that ends before an append under way',
    file: `${MESSAGING}/kafka/backlog.ts`,
    find: 'return count + 1;',
    replace: 'return count;',
    spec: `${MESSAGING}/kafka/backlog.spec.ts`,
    test: 'counts events recorded behind an append that is still',
    needs: 'servers',
  },
  {
    name: 'a table that the scrub was not allowed to rewrite',
    file: 'services/single/src/scrub.ts',
    find: '(warned ||= notice.code === WARNING)',
    replace: '(warned ||= false)',
    spec: 'services/single/src/scrub.int.spec.ts',
    test: 'fails where the server skips a table',
  },
  {
    name: 'bodies beyond the memory budget',
    file: 'libs/host/src/body-memory-budget.ts',
    find: 'if (this.taken + bytes > this.budget || own > this.budget / 2) throw new Overloaded();',
    replace: '',
    spec: 'libs/host/src/body-memory-budget.spec.ts',
    test: 'admits eight of the largest bodies',
  },
  {
    name: 'unlimited supplements',
    file: 'services/intake/src/appeal/domain/appeal.ts',
    find: ', supplements: state.supplements + 1 };',
    replace: ' };',
    spec: 'services/intake/src/appeal/domain/appeal.decide.spec.ts',
    test: 'supplements twenty times at most',
  },
  {
    name: 'unpublished fields leave the service',
    file: 'libs/contracts/src/publisher.ts',
    find: 'const data = form.mapping(recorded.data as Data);',
    replace: 'const data = recorded.data as Data;',
    spec: 'test/contracts/publisher.spec.ts',
    test: 'publishes the declared fields of an event',
  },
  {
    name: 'personal fields stored in clear',
    file: `${STORE}/command-handler.ts`,
    find: 'if (present.length === 0) return event;',
    replace: 'if (present.length >= 0) return event;',
    spec: `${STORE}/command-handler.spec.ts`,
    test: 'stores decided events sealed',
  },
  {
    name: 'a route that records the applicant’s words',
    file: 'services/routing/src/domain/routing-rules.ts',
    find: '.map(({ source }) => source);',
    replace: '.map(() => submission.text);',
    spec: 'services/routing/src/domain/routing-rules.spec.ts',
    test: 'returns the pattern of the rule when a synonym matches',
  },
  {
    name: 'only the first question closed',
    file: 'services/routing/src/application/follow-appeal.ts',
    find: 'if (!(await this.exists(contextOf(ordinal), questionId(appeal, ordinal), command, tx))) return;',
    replace: 'await this.exists(contextOf(ordinal), questionId(appeal, ordinal), command, tx);\n      return;',
    spec: 'services/routing/src/routing.int.spec.ts',
    test: 'closes all questions of an appeal',
  },
  {
    name: 'a newer value of an enumeration turns a list into an error',
    file: 'libs/host/src/graphql/open-enumerations.ts',
    find: 'isNewer(value) && !type.getValue(value) ? value : serialize(value)',
    replace: 'serialize(value)',
    spec: 'libs/host/src/graphql/open-enumerations.spec.ts',
    test: 'answers a value that a newer build added',
  },
  {
    name: 'a term longer than the law gives',
    file: 'libs/tenancy/src/legal-terms.ts',
    find: "law[own.rule]?.binding !== 'LAW') return undefined;",
    replace: 'law[own.rule] !== undefined) return undefined;',
    spec: 'libs/tenancy/src/checked-district-file.spec.ts',
    test: 'may shorten the terms of 59-FZ and not lengthen them',
  },
  {
    name: 'a live list that resumes from where it began',
    file: 'services/web/src/frame/live-list.ts',
    find: '    this.liveCursor = cursor;\n    if (kind',
    replace: '    if (kind',
    spec: 'services/web/src/frame/live-list.spec.ts',
    test: 'keeps the order and lets an entered row wait',
  },
  {
    name: 'acts that a killed tab left unsent, forgotten',
    file: 'services/web/src/frame/outbox.ts',
    find: 'this.acts.filter((act) => !isFinished(act))',
    replace: '[]',
    spec: 'services/web/src/frame/outbox.spec.ts',
    test: 'sends again after a reload what was not answered',
  },
  {
    name: 'formulas of residents in a table',
    file: 'services/web/src/frame/csv.ts',
    find: "const text = /^[=+\\-@＝＋－＠\\t\\r\\n]/.test(value) ? `'${value}` : value;",
    replace: 'const text = value;',
    spec: 'services/web/src/frame/csv.spec.ts',
    test: 'makes text of what a spreadsheet would run as a formula',
  },
  ...readingMutants,
  ...maskingMutants,
  ...caseMutants,
  ...chainMutants,
  ...backupMutants,
  ...lawMutants,
  ...leavingMutants,
  ...modelMutants,
  ...mailMutants,
  ...networkMutants,
  ...observingMutants,
  ...open311Mutants,
  ...webhookMutants,
  ...deskMutants,
  ...edgeMutants,
  ...limitMutants,
  ...rightMutants,
  ...pipelineMutants,
  ...proofMutants,
  ...fileMutants,
  ...givenMutants,
  ...answerFileMutants,
  ...handoverMutants,
  ...signInMutants,
  ...survivorMutants,
  ...startMutants,
  ...dutyMutants,
  ...wholeMutants,
];

/** Number of occurrences of its snippet in its file. */
export function placesOf({ file, find }: Mutant): number {
  return readFileSync(join(ROOT, file), 'utf8').split(find).length - 1;
}
