import type { Regime } from '@otklik/contracts/enumerations';
import { Regime as Regimes } from '@otklik/contracts/enumerations';
import type { IntakeOperations } from '@otklik/intake/module';
import type { RecordKind } from '@otklik/tenancy';
import type { RecordCount } from './retention-records.js';
import type { StatusLanguage } from './status-words.js';

export type KeptCount = Awaited<ReturnType<IntakeOperations['retentionCounts']>>[number];

export interface RetentionWords {
  /** Of one kind in a district, by its term in months. */
  line(district: string, count: KeptCount, months: number): string;
  nothingKept(district: string): string;
  /** Of evidence or drafts in a district. */
  records(district: string, count: RecordCount): string;
  dryRun(due: number, records: number): string;
  ended(appeal: string): string;
  done(count: number, records: number): string;
  readonly interrupted: string;
  /** Of the progress. */
  readonly cases: string;
}

function titleOf(regime: Regime, language: StatusLanguage): string {
  return Regimes.titles[regime][language];
}

const recordTitles: Readonly<Record<RecordKind, Readonly<Record<StatusLanguage, string>>>> = {
  OPENINGS: { ru: 'Кто что открывал', en: 'Who opened what' },
  SIGN_INS: { ru: 'Входы и отказы', en: 'Sign-ins and refusals' },
  DRAFTS: { ru: 'Неотправленные черновики', en: 'Unsent drafts' },
};

const dayOf = (oldest: string | null): string => oldest?.slice(0, 10) ?? '–';

export const retentionWords: Readonly<Record<StatusLanguage, RetentionWords>> = {
  ru: {
    line: (district, { regime, kept, due, held, promised, oldest }, months) =>
      `${district}  ${titleOf(regime, 'ru')}: хранится ${kept}, старшее окончено ${oldest}; срок ${months} мес., истёк у ${due}, под запретом ${held}, обещанное не выполнено у ${promised}`,
    nothingKept: (district) => `${district}  оконченных дел нет`,
    records: (district, { kind, months, kept, due, oldest }) =>
      `${district}  ${recordTitles[kind].ru}: хранится ${kept}, старшее от ${dayOf(oldest)}; срок ${months} мес., истёк у ${due}`,
    dryRun: (due, records) =>
      `Пробный запуск, ничего не изменено. Будет уничтожено дел: ${due}, записей и черновиков: ${records}.`,
    ended: (appeal) => `${appeal}: срок хранения истёк, ключ уничтожен.`,
    done: (count, records) =>
      `Уничтожено дел: ${count}; для статистики остались вид, тема, даты, результат и канал. Удалено записей и черновиков: ${records}.`,
    interrupted: 'Прервано. Запустите ещё раз: продолжит с того же места.',
    cases: 'дел',
  },
  en: {
    line: (district, { regime, kept, due, held, promised, oldest }, months) =>
      `${district}  ${titleOf(regime, 'en')}: ${kept} kept, the oldest ended on ${oldest}; term ${months} months, ${due} past it, ${held} on hold, ${promised} with a promise that is awaited`,
    nothingKept: (district) => `${district}  no case has ended`,
    records: (district, { kind, months, kept, due, oldest }) =>
      `${district}  ${recordTitles[kind].en}: ${kept} kept, the oldest of ${dayOf(oldest)}; term ${months} months, ${due} past it`,
    dryRun: (due, records) => `A dry run, nothing was changed. To go: ${due} cases, ${records} records and drafts.`,
    ended: (appeal) => `${appeal}: its term of storage is over, the key is destroyed.`,
    done: (count, records) =>
      `Gone: ${count} cases; kind, topic, dates, outcome and channel are kept for statistics. ${records} records and drafts went.`,
    interrupted: 'Interrupted. Run it again: it goes on where it stopped.',
    cases: 'cases',
  },
};
