import { isOwnPart } from '@otklik/case/question-conditions';
import { compact } from '@otklik/kernel';
import type { Official, QuestionCard } from '@otklik/contracts/generated/graphql';
import type { Opened, SealedRef } from './clear-texts.js';
import { departmentOf, officialOf } from '../list/directory-names.js';
import type { QuestionPart } from '@otklik/case/question';
import type { Viewing } from './row-view.js';

type ControlView = Pick<
  QuestionCard,
  | 'coExecutors'
  | 'coDepartments'
  | 'parts'
  | 'passedOn'
  | 'contributions'
  | 'resolutions'
  | 'promiseKept'
  | 'promisePhoto'
  | 'promiseReason'
>;

/** Texts that `controlView` opens: the actions taken are shown to every reader, the rest is the officials' own. */
export function controlTexts(
  { promise, coParts = [], contributions = [], resolutions = [] }: QuestionPart,
  seesWork: boolean,
): readonly SealedRef[] {
  const kept = { sealed: promise?.text, field: 'text' };
  if (!seesWork) return [kept];
  return [
    kept,
    { sealed: promise?.reason, field: 'reason' },
    ...[...coParts, ...contributions].map(({ text: sealed }) => ({ sealed, field: 'text' })),
    ...coParts.map(({ done }) => ({ sealed: done?.text, field: 'text' })),
    ...resolutions.map(({ text: sealed }) => ({ sealed, field: 'resolution' })),
  ];
}

/** Who works with the executor, what they gave, and what became of a promise. */
export function controlView(part: QuestionPart, opened: Opened, view: Viewing): ControlView {
  const { coExecutors, passedOn = [], promise } = part;
  const { officials = [], departments = [] } = coExecutors ?? {};
  const { directory, district } = view;
  const official = (id: string | undefined) => officialOf(directory, district, id);
  return {
    coExecutors: officials.flatMap((id) => official(id) ?? []),
    coDepartments: departments.map((code) => departmentOf(district, code)),
    parts: partsView(part, opened, view),
    contributions: contributionsView(part, opened, official),
    passedOn: passedOn.map(({ from, to, at }) => ({ from: official(from) ?? null, to: official(to) ?? null, at })),
    resolutions: resolutionsView(part, opened, official),
    promiseKept: opened(promise?.text) ?? null,
    promisePhoto: photoOf(promise, opened(promise?.text), district.code),
    promiseReason: opened(promise?.reason) ?? null,
  };
}

function partsView(
  { coParts = [] }: QuestionPart,
  opened: Opened,
  { directory, district, acting }: Viewing,
): QuestionCard['parts'] {
  const name = (id: string | undefined) => officialOf(directory, district, id) ?? null;
  const capacities = [acting, ...(acting.substituting ?? [])];
  return coParts.map(({ official, department, text, until = null, done }) => ({
    mine: capacities.some((one) => isOwnPart(compact({ official, department }), one, one.mayActIn('FINISH_PART'))),
    official: name(official),
    department: department === undefined ? null : departmentOf(district, department),
    text: opened(text) ?? null,
    until,
    doneAt: done?.at ?? null,
    doneBy: name(done?.by),
    doneText: opened(done?.text) ?? null,
  }));
}

function contributionsView(
  { contributions = [] }: QuestionPart,
  opened: Opened,
  official: (id: string | undefined) => Official | undefined,
): QuestionCard['contributions'] {
  return contributions.map(({ text, at, by }) => ({ text: opened(text) ?? null, by: official(by) ?? null, at }));
}

function resolutionsView(
  { resolutions = [] }: QuestionPart,
  opened: Opened,
  official: (id: string | undefined) => Official | undefined,
): QuestionCard['resolutions'] {
  return resolutions.map(({ text, by, at, executor, draftBy = null }) => ({
    text: opened(text) ?? null,
    by: official(by) ?? null,
    at,
    executor: official(executor) ?? null,
    draftBy,
  }));
}

/** It went with the words, when the person was erased. */
function photoOf(promise: QuestionPart['promise'], words: string | undefined, district: string): string | null {
  return promise?.photo === undefined || words === undefined ? null : `/files/${district}/${promise.photo}`;
}
