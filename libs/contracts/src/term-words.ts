import { textsOf, type TextLanguage } from './texts.js';

/** A step of a count, as `DeadlineSet` has it. */
export interface CountedStep {
  readonly code: string;
  /** Dates of the district, `YYYY-MM-DD`. */
  readonly on: string;
  readonly to?: string;
  readonly time?: string;
  readonly toTime?: string;
  readonly count?: number;
}

const locales = { ru: 'ru-RU', en: 'en-GB' } as const;

/** The step in words; its code when a newer build counted it. */
export function termStepText(step: CountedStep, language: TextLanguage): string {
  const text = textsOf('term', language)[variantOf(step)] ?? textsOf('term', language)[step.code];
  if (text === undefined) return step.code;
  const { on, to, time = '', toTime = '', count = 0 } = step;
  const values: Readonly<Record<string, string>> = {
    on: day(on, language),
    to: day(to ?? on, language),
    year: on.slice(0, 4),
    time,
    toTime,
    count: String(count),
    worked: hoursAndMinutes(count, language),
  };
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** Some steps read otherwise with a time, or of a single day. */
function variantOf({ code, on, to, time }: CountedStep): string {
  if (code === 'DAYS_OFF' && on === to) return 'DAYS_OFF.ONE';
  return time === undefined ? code : `${code}.TIME`;
}

function day(date: string, language: TextLanguage): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  // In Russian without the abbreviated word for the year, whose full stop would stand within the sentence.
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(locales[language], format).replace(' г.', ' года');
}

function hoursAndMinutes(minutes: number, language: TextLanguage): string {
  const [hour, minute] = language === 'ru' ? ['ч', 'мин'] : ['h', 'min'];
  const parts = [
    [Math.floor(minutes / 60), hour],
    [minutes % 60, minute],
  ] as const;
  const told = parts.filter(([count]) => count > 0);
  return told.map(([count, unit]) => `${count} ${unit}`).join(' ');
}
