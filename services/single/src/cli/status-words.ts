import type { StateOfBackups } from '../backup/state-of-backups.js';
import type { MailServer, SearchServer, StatusFacts, Trouble } from './status-facts.js';

export type StatusLanguage = 'ru' | 'en';

interface StatusWords {
  stopped(dataDir: string): string;
  /** What is found of the running instance. */
  lines(facts: StatusFacts, now: number): readonly string[];
  backups(state: StateOfBackups | undefined, now: number): readonly string[];
  /** What runs. */
  processes(facts: StatusFacts): string;
  behind(events: number | undefined): string;
  searchServer(server: SearchServer): string;
  mailServer(server: MailServer): string;
  certificate(first: StatusFacts['certificate'], now: number): string;
  readonly well: string;
  troubles(found: readonly Trouble[]): string;
}

export function isLanguage(text: string): text is StatusLanguage {
  return text === 'ru' || text === 'en';
}

/** Of the terminal. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): StatusLanguage {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return locale.startsWith('ru') ? 'ru' : 'en';
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** In the largest unit of which there are two. */
function lasting(ms: number, [days, hours, minutes, seconds]: readonly [string, string, string, string]): string {
  if (ms >= 2 * DAY_MS) return `${Math.floor(ms / DAY_MS)} ${days}`;
  if (ms >= 2 * HOUR_MS) return `${Math.floor(ms / HOUR_MS)} ${hours}`;
  if (ms >= 2 * MINUTE_MS) return `${Math.floor(ms / MINUTE_MS)} ${minutes}`;
  return `${Math.max(0, Math.floor(ms / 1000))} ${seconds}`;
}

const ru = (ms: number): string => lasting(ms, ['дн.', 'ч', 'мин', 'с']);
const en = (ms: number): string => lasting(ms, ['d', 'h', 'min', 's']);

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 ** 2);
}

/** `units`: of 1024² and of 1024³ bytes. */
function bytesFree(bytes: number, units: readonly [string, string]): string {
  return bytes < 1024 ** 3 ? `${megabytes(bytes)} ${units[0]}` : `${(bytes / 1024 ** 3).toFixed(1)} ${units[1]}`;
}

function since(at: string | undefined, now: number): number {
  return at === undefined ? 0 : now - Date.parse(at);
}

function counts(replicas: Readonly<Record<string, number>>): string {
  return Object.entries(replicas)
    .map(([service, count]) => `${service} ${count}`)
    .join(', ');
}

const TOOL = 'npm run otklik --';

const russian: StatusWords = {
  stopped: (dataDir) => `Отклик          не работает на папке ${dataDir}: npm start`,
  lines: (facts, now) => {
    const { server, letters, blocked } = facts;
    const kind = server.embedded ? 'встроенный' : 'свой сервер';
    return [
      `Отклик          ${russian.processes(facts)}`,
      `База, поиск     PostgreSQL ${server.version} (${kind}), ${megabytes(server.bytes)} МБ; ${russian.searchServer(facts.searchServer)}`,
      `Диск            свободно ${bytesFree(facts.freeBytes, ['МБ', 'ГБ'])}`,
      `События         ${russian.behind(facts.behind)}`,
      `Застряло        ${blocked.dead === 0 ? 'ничего' : `${blocked.dead}: ${TOOL} blocked list`}, само продолжится: ${blocked.waiting}, не опубликовано: ${blocked.unpublished}`,
      `Письма          ждут отправки ${letters.waiting}${letters.waiting === 0 ? '' : `, старшее ${ru(letters.oldestMs)}`}; ${russian.mailServer(facts.mailServer)}`,
      `Уведомления     ждут подписи ${letters.toSign}${letters.toSign === 0 ? '' : `, старшее ${ru(letters.toSignOldestMs)}`}`,
      `После возврата  ${letters.held === 0 ? 'ничего не удержано' : `удержано ${letters.held}: ${TOOL} letters list`}`,
      `Сети и почта    ждут человека ${letters.asked}, неисправных учётных записей и ящиков ${facts.accountProblems}${letters.asked + facts.accountProblems === 0 ? '' : ': экран «Сети и почта»'}`,
      `Сроки хранения  ${facts.overdueCases === 0 ? 'просроченных дел нет' : `истекли у ${facts.overdueCases}: ${TOOL} retention`}`,
      `Часы            ${Math.round(facts.clockOffset)} с расхождения; ${russian.certificate(facts.certificate, now)}`,
      ...russian.backups(facts.backups, now),
    ];
  },
  backups: (state, now) => {
    if (!state) return ['Резервная копия не настроена (OTKLIK_BACKUP_TO)'];
    if (state.newest === undefined) return [`Резервная копия в ${state.folder} ещё ни одной`];
    return [
      `Резервная копия цела, ${ru(since(state.newest, now))} назад; всего ${state.sets} в ${state.folder}`,
      `Журнал копии    до ${state.reach ?? state.newest}, ${ru(since(state.reach, now))} назад`,
    ];
  },
  processes: ({ process: own, replicas }) => {
    if (own) return `работает ${ru(own.runsMs)}, процесс ${own.pid}, память ${megabytes(own.memoryBytes)} МБ`;
    return replicas
      ? `кластер, процессы служб: ${counts(replicas)}`
      : 'кластер; что работает, неизвестно: Kafka не отвечает';
  },
  searchServer: (server) =>
    ({ NONE: 'поиск в ней же', ANSWERS: 'сервер поиска отвечает', AWAY: 'сервер поиска не отвечает, ищет база' })[
      server
    ],
  behind: (events) => {
    if (events === undefined) return 'неизвестно, Kafka не отвечает';
    return events === 0 ? 'все обработаны' : `в очереди ${events}`;
  },
  mailServer: (server) => {
    if (typeof server === 'object') return `почтовый сервер отказывает: ${server.code}`;
    return server === 'ANSWERS' ? 'почтовый сервер отвечает' : 'почтового сервера нет, письма — файлы';
  },
  certificate: (first, now) => {
    if (!first) return 'серверов с сертификатами нет';
    const left = first.until - now;
    return left < 0 ? `сертификат истёк: ${first.peer}` : `сертификаты ещё ${ru(left)}: ${first.peer}`;
  },
  well: 'Всё в порядке.',
  troubles: (found) => `Требует внимания: ${found.map((one) => russianTroubles[one]).join('; ')}.`,
};

const russianTroubles: Readonly<Record<Trouble, string>> = {
  DISK: 'на диске меньше 1 ГБ',
  SERVICES: 'не работает ни один процесс службы',
  UNPUBLISHED: 'есть события, которые не удаётся опубликовать',
  BLOCKED: 'есть застрявшие события',
  BEHIND: 'обработка событий отстаёт',
  TRANSPORT: 'Kafka не отвечает',
  SEARCH: 'сервер поиска не отвечает',
  MAIL: 'почтовый сервер не берёт писем',
  LETTERS: 'письма не уходят больше часа',
  HELD: 'письма ждут решения после возврата',
  ACCOUNTS: 'учётная запись в сети или почтовый ящик неисправны',
  RETENTION: 'дела хранятся дольше срока',
  NO_BACKUP: 'резервная копия не настроена',
  OLD_BACKUP: 'новой резервной копии давно нет',
  OLD_LOG: 'журнал не копируется',
  SAME_DISK: 'копия лежит на том же диске, что и данные',
  CLOCK: 'часы идут неверно',
  CERTIFICATE: 'сертификат истёк или скоро истечёт',
};

const english: StatusWords = {
  stopped: (dataDir) => `Otklik          does not run on ${dataDir}: npm start`,
  lines: (facts, now) => {
    const { server, letters, blocked } = facts;
    const kind = server.embedded ? 'embedded' : 'a server of yours';
    return [
      `Otklik          ${english.processes(facts)}`,
      `Data, search    PostgreSQL ${server.version} (${kind}), ${megabytes(server.bytes)} MB; ${english.searchServer(facts.searchServer)}`,
      `Disk            ${bytesFree(facts.freeBytes, ['MB', 'GB'])} free`,
      `Events          ${english.behind(facts.behind)}`,
      `Blocked         ${blocked.dead === 0 ? 'nothing' : `${blocked.dead}: ${TOOL} blocked list`}, going on by itself: ${blocked.waiting}, not published: ${blocked.unpublished}`,
      `Letters         ${letters.waiting} wait to be sent${letters.waiting === 0 ? '' : `, the oldest for ${en(letters.oldestMs)}`}; ${english.mailServer(facts.mailServer)}`,
      `Notices         ${letters.toSign} wait for a signature${letters.toSign === 0 ? '' : `, the oldest for ${en(letters.toSignOldestMs)}`}`,
      `After a restore ${letters.held === 0 ? 'nothing is held' : `${letters.held} held: ${TOOL} letters list`}`,
      `Networks, mail  ${letters.asked} wait for a person, ${facts.accountProblems} accounts or mailboxes are in trouble${letters.asked + facts.accountProblems === 0 ? '' : ': the screen «Сети и почта»'}`,
      `Storage terms   ${facts.overdueCases === 0 ? 'nothing is past its term' : `${facts.overdueCases} cases are past theirs: ${TOOL} retention`}`,
      `Clock           ${Math.round(facts.clockOffset)} s apart; ${english.certificate(facts.certificate, now)}`,
      ...english.backups(facts.backups, now),
    ];
  },
  backups: (state, now) => {
    if (!state) return ['Backup          is not configured (OTKLIK_BACKUP_TO)'];
    if (state.newest === undefined) return [`Backup          none yet in ${state.folder}`];
    return [
      `Backup          whole, ${en(since(state.newest, now))} ago; ${state.sets} in ${state.folder}`,
      `Its log         up to ${state.reach ?? state.newest}, ${en(since(state.reach, now))} ago`,
    ];
  },
  processes: ({ process: own, replicas }) => {
    if (own) return `runs for ${en(own.runsMs)}, process ${own.pid}, memory ${megabytes(own.memoryBytes)} MB`;
    return replicas
      ? `a cluster, processes of services: ${counts(replicas)}`
      : 'a cluster; what runs is unknown, Kafka does not answer';
  },
  searchServer: (server) =>
    ({
      NONE: 'it searches, too',
      ANSWERS: 'the search server answers',
      AWAY: 'the search server is away, PostgreSQL searches',
    })[server],
  behind: (events) => {
    if (events === undefined) return 'unknown, Kafka does not answer';
    return events === 0 ? 'all consumed' : `${events} wait`;
  },
  mailServer: (server) => {
    if (typeof server === 'object') return `the mail server refuses: ${server.code}`;
    return server === 'ANSWERS' ? 'the mail server answers' : 'no mail server, letters are files';
  },
  certificate: (first, now) => {
    if (!first) return 'no server with a certificate';
    const left = first.until - now;
    return left < 0 ? `the certificate has expired: ${first.peer}` : `certificates for ${en(left)}: ${first.peer}`;
  },
  well: 'All is well.',
  troubles: (found) => `Look closer: ${found.map((one) => englishTroubles[one]).join('; ')}.`,
};

const englishTroubles: Readonly<Record<Trouble, string>> = {
  DISK: 'less than 1 GB of the disk is free',
  SERVICES: 'no process of a service runs',
  UNPUBLISHED: 'there are events that cannot be published',
  BLOCKED: 'events are blocked',
  BEHIND: 'the consumption of events lags',
  TRANSPORT: 'Kafka does not answer',
  SEARCH: 'the search server does not answer',
  MAIL: 'the mail server takes no letters',
  LETTERS: 'letters have not left for over an hour',
  HELD: 'letters wait for your word after a restore',
  ACCOUNTS: 'an account in a network or a mailbox is in trouble',
  RETENTION: 'cases are kept past their term of storage',
  NO_BACKUP: 'no backup is configured',
  OLD_BACKUP: 'there has been no new backup for long',
  OLD_LOG: 'the log is not backed up',
  SAME_DISK: 'the backup lies on the disk of the data',
  CLOCK: 'a clock is wrong',
  CERTIFICATE: 'a certificate has expired, or soon does',
};

export const statusWords: Readonly<Record<StatusLanguage, StatusWords>> = { ru: russian, en: english };
