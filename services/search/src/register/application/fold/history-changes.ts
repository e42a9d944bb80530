import type { PublicEvent } from '@otklik/contracts/envelope';
import type { HistoryChange } from '@otklik/contracts/generated/graphql';
import type { Opened, SealedRef } from '../card/clear-texts.js';
import type { DistrictView } from '../card/row-view.js';
import { settlementOf, topicOf } from '../list/directory-names.js';
import { isRegisterFact } from './register-fact.js';

type Field = 'gist' | 'formerGist' | 'placeText' | 'formerPlaceText' | 'point' | 'formerPoint';

const FIELDS: readonly Field[] = ['gist', 'formerGist', 'placeText', 'formerPlaceText', 'point', 'formerPoint'];

/** Sealed texts of a correction, beside its reason. */
export function changedTexts(event: PublicEvent): readonly SealedRef[] {
  if (!isRegisterFact(event) || event.type !== 'DetailsCorrected') return [];
  const { id, data } = event;
  return FIELDS.map((field) => ({ sealed: data[field], eventId: id, field }));
}

/** What a fact corrected, as it was and as it became. */
export function changesOf(
  event: PublicEvent,
  opened: Opened,
  { district }: Pick<DistrictView, 'district'>,
): readonly HistoryChange[] {
  if (!isRegisterFact(event)) return [];
  if (event.type === 'TopicCorrected') {
    const { topic, formerTopic } = event.data;
    return [{ of: 'TOPIC', was: topicOf(district, formerTopic).name, is: topicOf(district, topic).name }];
  }
  if (event.type !== 'DetailsCorrected') return [];
  const { data } = event;
  const named = (code: string | undefined) => code && settlementOf(district, code).name;
  const changes: readonly (readonly [HistoryChange['of'], string | undefined, string | undefined])[] = [
    ['GIST', opened(data.formerGist), opened(data.gist)],
    ['SETTLEMENT', named(data.formerSettlement), named(data.settlement)],
    ['PLACE', opened(data.formerPlaceText), opened(data.placeText)],
    ['POINT', opened(data.formerPoint), opened(data.point)],
  ];
  return changes.filter(([, was, is]) => was !== is).map(([of, was = null, is = null]) => ({ of, was, is }));
}
