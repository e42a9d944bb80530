import type { Circumstances } from './acts.fixture.js';

/** Half of the co-executors have a part, an official one with today as his inner day. */
export function helped({ chance, district, official, mark, today }: Circumstances) {
  const officials = chance.happens(0.5) ? [official('executor')] : [];
  const { code } = chance.oneOf(district.departments);
  const text = `Смету на ремонт: ${mark}.`;
  const parts = [...officials.map((one) => ({ official: one, text, until: today })), { department: code, text }];
  return { officials, departments: [code], ...(chance.happens(0.5) && { parts }) };
}

/** The first part that waits for the official. */
export function finished({ mark, seen, question }: Circumstances) {
  const parts = seen.questions.find(({ id }) => id === question?.id)?.parts ?? [];
  const own = parts.find(({ mine, doneAt }) => mine && doneAt === null);
  const whose = own?.department ? { department: own.department.code } : { official: own?.official?.id };
  return own && { text: `Смета готова: ${mark}.`, ...whose };
}
