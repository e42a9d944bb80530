import type { MaskedAppeal, MaskedQuestion } from '@otklik/contracts/generated/graphql';
import { localDate } from '@otklik/kernel';
import { districtView, settlementOf } from '../list/directory-names.js';
import { listedRow } from '../list/listed-row.js';
import type { RegisterRow } from '../list/register-row.js';
import { rowView, type Viewing } from './row-view.js';

/** A case for who may read texts without personal data, and open no card. `mask` takes personal data out of a text. */
export function maskedView(row: RegisterRow, view: Viewing, mask: (text: string) => string): MaskedAppeal {
  const { id, receipt, number, channel, state, settlement, registeredOn, receivedAt } = row;
  const { text, supplements, answers, atOnce } = row.clear;
  const { district } = view;
  return {
    id,
    receipt,
    channel,
    state,
    number: number ?? null,
    registeredOn: registeredOn ?? null,
    district: districtView(district),
    receivedOn: localDate(receivedAt, district.zone),
    settlement: settlement === undefined ? null : settlementOf(district, settlement),
    questions: maskedQuestions(row, view),
    text: text === undefined ? null : mask(text),
    supplements: supplements.map(mask),
    answers: [...answers, atOnce].filter((one) => one !== undefined).map(mask),
  };
}

function maskedQuestions(row: RegisterRow, view: Viewing): readonly MaskedQuestion[] {
  const answered = new Map(row.questions.map(({ id, answeredOn }) => [id, answeredOn]));
  const { questions } = rowView(listedRow(row), view);
  return questions.map(({ id, topic, department, state, result, ground, dueOn }) => {
    return { id, topic, department, state, result, ground, dueOn, answeredOn: answered.get(id) ?? null };
  });
}
