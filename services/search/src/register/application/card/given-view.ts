import type { Place, Point, TopicAnswer } from '@otklik/contracts/generated/graphql';
import { topicAnswersIn } from '@otklik/contracts/topic-answers';
import type { AppealPart } from '@otklik/case/appeal';
import type { Opened, SealedRef } from './clear-texts.js';
import { settlementOf, topicOf } from '../list/directory-names.js';
import type { RegisterRow } from '../list/register-row.js';
import type { DistrictView } from './row-view.js';

/** What a sender gives beside the text: a point on the map, a topic, and answers to what the form asks about it. */

/** The sealed ones. */
export function givenTexts({ received }: AppealPart): readonly SealedRef[] {
  return [
    { sealed: received?.point, field: 'point' },
    { sealed: received?.topicAnswers, field: 'topicAnswers' },
  ];
}

/** With the point where `opened` opens it. Null where the sender gave no place. */
export function placeView(
  { fold, clear }: Pick<RegisterRow, 'fold' | 'clear'>,
  { district }: Pick<DistrictView, 'district'>,
  opened: Opened = () => undefined,
): Place | null {
  const { settlement: code, point: sealed } = fold.appeal.received ?? {};
  const point = pointOf(opened(sealed));
  if (code === undefined && clear.place === undefined && point === null) return null;
  return { settlement: code === undefined ? null : settlementOf(district, code), text: clear.place ?? null, point };
}

/** Of `<latitude>,<longitude>`. */
export function pointOf(opened: string | undefined): Point | null {
  const [latitude, longitude] = (opened ?? '').split(',').map(Number);
  return opened === undefined || longitude === undefined ? null : { latitude: latitude!, longitude };
}

export interface GivenTopic {
  readonly chosenTopic: ReturnType<typeof topicOf> | null;
  readonly topicAnswers: readonly TopicAnswer[];
}

export function topicView(
  { received }: AppealPart,
  { district }: Pick<DistrictView, 'district'>,
  opened: Opened,
): GivenTopic {
  const code = received?.topic ?? received?.open311?.service;
  return {
    chosenTopic: code === undefined ? null : topicOf(district, code),
    topicAnswers: topicAnswersIn(opened(received?.topicAnswers)),
  };
}
