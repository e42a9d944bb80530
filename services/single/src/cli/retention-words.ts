import type { Regime } from '@otklik/contracts/enumerations';
import { Regime as Regimes } from '@otklik/contracts/enumerations';
import type { IntakeOperations } from '@otklik/intake/module';
import type { StatusLanguage } from './status-words.js';

export type KeptCount = Awaited<ReturnType<IntakeOperations['retentionCounts']>>[number];

export interface RetentionWords {
  /** Of one kind in a district, by its term in months. */
  line(district: string, count: KeptCount, months: number): string;
  nothingKept(district: string): string;
  dryRun(due: number): string;
  ended(appeal: string): string;
  done(count: number): string;
  readonly interrupted: string;
  /** Of the progress. */
  readonly cases: string;
}

function titleOf(regime: Regime, language: StatusLanguage): string {
  return Regimes.titles[regime][language];
}

export const retentionWords: Readonly<Record<StatusLanguage, RetentionWords>> = {
  ru: {
    line: (district, { regime, kept, due, held, promised, oldest }, months) =>
      `${district}  ${titleOf(regime, 'ru')}: хранится ${kept}, старшее окончено ${oldest}; срок ${months} мес., истёк у ${due}, под запретом ${held}, обещанное не выполнено у ${promised}`,
    nothingKept: (district) => `${district}  оконченных дел нет`,
    dryRun: (due) => `Пробный запуск, ничего не изменено. Будет уничтожено: ${due}.`,
    ended: (appeal) => `${appeal}: срок хранения истёк, ключ уничтожен.`,
    done: (count) => `Уничтожено: ${count}. Для статистики остались вид, тема, даты, результат и канал.`,
    interrupted: 'Прервано. Запустите ещё раз: продолжит с того же места.',
    cases: 'дел',
  },
  en: {
    line: (district, { regime, kept, due, held, promised, oldest }, months) =>
      `${district}  ${titleOf(regime, 'en')}: ${kept} kept, the oldest ended on ${oldest}; term ${months} months, ${due} past it, ${held} on hold, ${promised} with a promise that is awaited`,
    nothingKept: (district) => `${district}  no case has ended`,
    dryRun: (due) => `A dry run, nothing was changed. To go: ${due}.`,
    ended: (appeal) => `${appeal}: its term of storage is over, the key is destroyed.`,
    done: (count) => `Gone: ${count}. Kind, topic, dates, outcome and channel are kept for statistics.`,
    interrupted: 'Interrupted. Run it again: it goes on where it stopped.',
    cases: 'cases',
  },
};
