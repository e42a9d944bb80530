import type { Mutation } from './mutations.js';

const LINE = /^(?<before>\s*(?:- )?(?<key>[\w-]+): )(?<value>[^\s,#{[]+)(?<after>,?\s*(?:#.*)?)$/gm;
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  unit: ['CALENDAR_DAYS', 'WORKING_DAYS'],
  start: ['RECEIVED', 'REGISTERED'],
  duty: ['ANSWER', 'TELL'],
  text: ['UNREAD', 'SECONDARY'],
  endOnDayOff: ['NEXT', 'PREVIOUS'],
  binding: ['LAW', 'EXAMPLE'],
};
const DAY = /^\d{4}-\d\d-\d\d$/;
/** What may be left out. */
const OPTIONAL = ['notice', 'start', 'source'];

/** Of data in YAML, a value a line: numbers, flags, days, units, what may be left out. */
export function lawMutations(file: string, text: string): readonly Mutation[] {
  return [...text.matchAll(LINE)].flatMap((match) => {
    const { before, key, value } = match.groups as Readonly<Record<'before' | 'key' | 'value', string>>;
    const start = match.index + before.length;
    const line = text.slice(0, match.index).split('\n').length;
    const changed = othersOf(key, value).map((other) => ({
      file,
      line,
      label: `${key}: ${value} → ${other}`,
      edits: [{ start, end: start + value.length, text: other }],
    }));
    if (!OPTIONAL.includes(key)) return changed;
    const gone = { start: match.index, end: match.index + match[0].length, text: '' };
    return [...changed, { file, line, label: `${key}: ${value} → nothing`, edits: [gone] }];
  });
}

function othersOf(key: string, value: string): readonly string[] {
  if (value === 'true' || value === 'false') return [String(value !== 'true')];
  if (DAY.test(value)) return [`${Number(value.slice(0, 4)) - 1}${value.slice(4)}`];
  if (/^\d+$/.test(value) && key !== 'version')
    return [Number(value) + 1, Number(value) - 1].filter((other) => other >= 0).map(String);
  return (OTHERS[key] ?? []).filter((other) => other !== value).slice(0, 1);
}
