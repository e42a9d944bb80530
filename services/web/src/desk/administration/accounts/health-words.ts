import { dayIn, fullDate, timeOfDay } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';
import { isListenedTo, isReadMailbox, type Account } from './account-words.js';
import type { Health } from './use-health.js';

const HOUR_MS = 3_600_000;
const SILENT_HOURS = 24;
/** Letters are rarer than comments. */
const SILENT_DAYS = 7;

export interface StateWords {
  readonly text: string;
  /** It needs an operator. */
  readonly isAttention: boolean;
  readonly note?: string;
}

/** «работает», «не хватает прав», «Молчит 26 часов». */
export function stateOf(account: Account, health: Health | undefined, zone: string, now: number): StateWords {
  if (!account.isEnabled) return { text: t('accounts.off'), isAttention: true };
  if (account.network === 'EMAIL') return stateOfMailbox(account, health, zone, now);
  if (!isListenedTo(account)) return { text: t('accounts.on'), isAttention: false };
  if (!health?.lookedAt) return { text: t('accounts.notLooked'), isAttention: false };
  const [problem] = health.problems;
  if (problem) return { text: t(`accounts.problem${problem}`), isAttention: true };
  return (
    silence(health, zone, now) ?? { text: t('accounts.works'), isAttention: false, ...repaired(health, zone, now) }
  );
}

function mailProblem(problem: Health['problems'][number]): string {
  return t(problem === 'TOKEN' || problem === 'INNER_ADDRESS' ? `accounts.mail${problem}` : 'accounts.mailUNREACHABLE');
}

/** Letters that a mail server hands over are waited for; a mailbox that is read may be closed to us. */
function stateOfMailbox(account: Account, health: Health | undefined, zone: string, now: number): StateWords {
  if (health && health.problems.length > 0) return problemOfMailbox(health, zone, now);
  if (isReadMailbox(account) && !health?.lookedAt) return { text: t('accounts.notLooked'), isAttention: false };
  const days = daysSince(health?.heardAt, now);
  if (days < SILENT_DAYS) return { text: t('accounts.works'), isAttention: false };
  return { text: t('accounts.silentDays', { days }), isAttention: true };
}

function problemOfMailbox({ problems, failedAt }: Health, zone: string, now: number): StateWords {
  const note = failedAt ? { note: t('accounts.failedAt', { at: moment(failedAt, zone, now) }) } : {};
  return { text: mailProblem(problems[0]!), isAttention: true, ...note };
}

const daysSince = (at: string | null | undefined, now: number) =>
  at ? Math.floor((now - Date.parse(at)) / (24 * HOUR_MS)) : 0;

function silence({ heardAt }: Health, zone: string, now: number): StateWords | undefined {
  const hours = heardAt ? Math.floor((now - Date.parse(heardAt)) / HOUR_MS) : 0;
  if (!heardAt || hours < SILENT_HOURS) return undefined;
  return {
    text: t('accounts.silent', { hours }),
    isAttention: true,
    note: t('accounts.silentSince', { at: moment(heardAt, zone, now) }),
  };
}

function repaired({ since, repairedAt }: Health, zone: string, now: number): Pick<StateWords, 'note'> {
  if (!repairedAt || now - Date.parse(repairedAt) > SILENT_HOURS * HOUR_MS) return {};
  // The first subscription was never gone.
  if (Date.parse(repairedAt) - Date.parse(since) < HOUR_MS / 4) return {};
  return { note: t('accounts.repaired', { at: moment(repairedAt, zone, now) }) };
}

/** «13:52» of today, «26.11.2026» of another day. */
export function moment(at: string, zone: string, now: number): string {
  const day = dayIn(zone, at);
  return day === dayIn(zone, now) ? timeOfDay(at, zone) : fullDate(day);
}

/** What was looked at, and whether it is there; undefined: it could not be found out. */
export function checksOf({ problems }: Health): readonly { readonly title: string; readonly isThere?: boolean }[] {
  const has = (problem: Health['problems'][number]): boolean => problems.includes(problem);
  const isAsked = !has('UNREACHABLE') && !has('TOKEN') && !has('BANNED');
  const asked = (problem: Health['problems'][number]) => (isAsked ? { isThere: !has(problem) } : {});
  return [
    { title: t('accounts.checkAnswers'), isThere: !has('UNREACHABLE') },
    { title: t('accounts.checkToken'), ...(!has('UNREACHABLE') && { isThere: !has('TOKEN') && !has('BANNED') }) },
    { title: t('accounts.checkRights'), ...asked('RIGHTS') },
    { title: t('accounts.checkSubscription'), ...asked('SUBSCRIPTION') },
  ];
}
