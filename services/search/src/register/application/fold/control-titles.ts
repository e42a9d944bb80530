import type { TextLanguage } from '@otklik/contracts/texts';
import { dottedDate } from '@otklik/kernel';

/** A fact of a case, opened or not: the day of a control is no secret. */
interface Fact {
  readonly type: string;
  readonly stream: string;
  readonly data: unknown;
}

const words: Readonly<Record<TextLanguage, Readonly<Record<'put' | 'prolonged' | 'moved', string>>>> = {
  ru: { put: 'Взято на контроль до', prolonged: 'Контроль продлён до', moved: 'Срок контроля изменён, до' },
  en: { put: 'Put under control until', prolonged: 'Control prolonged until', moved: 'The day of the control is now' },
};

/**
 * What is said of each control in the history, which is in the order of time: until which day, and of one that runs already that its
 * day was moved. Days as DD.MM.YYYY.
 */
export function controlTitles<Told extends Fact>(
  history: readonly Told[],
  language: TextLanguage,
): ReadonlyMap<Told, string> {
  const running = new Map<string, string>();
  const titles = new Map<Told, string>();
  for (const fact of history) {
    const { type, stream, data } = fact;
    if (type === 'QuestionTakenOffControl') running.delete(stream);
    if (type !== 'QuestionPutUnderControl') continue;
    const { until } = data as { readonly until: string };
    titles.set(fact, `${words[language][standing(running.get(stream), until)]} ${dottedDate(until)}`);
    running.set(stream, until);
  }
  return titles;
}

function standing(before: string | undefined, until: string): 'put' | 'prolonged' | 'moved' {
  if (before === undefined) return 'put';
  return until > before ? 'prolonged' : 'moved';
}
