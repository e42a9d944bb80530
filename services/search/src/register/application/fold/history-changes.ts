import type { DataOf } from '@otklik/contracts/declare-event';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { HistoryChange } from '@otklik/contracts/generated/graphql';
import type { SourceRecorded } from '@otklik/contracts/intake.events';
import type { Opened, SealedRef } from '../card/clear-texts.js';
import type { DistrictView } from '../card/row-view.js';
import { settlementOf, topicOf } from '../list/directory-names.js';
import { isRegisterFact } from './register-fact.js';

type Field = 'gist' | 'formerGist' | 'placeText' | 'formerPlaceText' | 'point' | 'formerPoint';

const FIELDS: readonly Field[] = ['gist', 'formerGist', 'placeText', 'formerPlaceText', 'point', 'formerPoint'];
const BODIES = ['receivedFromBody', 'formerReceivedFromBody'] as const;

/** Sealed texts of a correction, beside its reason. */
export function changedTexts(event: PublicEvent): readonly SealedRef[] {
  if (!isRegisterFact(event)) return [];
  const { id: eventId } = event;
  switch (event.type) {
    case 'DetailsCorrected':
      return FIELDS.map((field) => ({ sealed: event.data[field], eventId, field }));
    case 'SourceRecorded':
      return BODIES.map((field) => ({ sealed: event.data[field], eventId, field }));
    default:
      return [];
  }
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
  if (event.type === 'SourceRecorded') return changed(sourcesOf(event.data, opened));
  if (event.type !== 'DetailsCorrected') return [];
  const { data } = event;
  const named = (code: string | undefined) => code && settlementOf(district, code).name;
  return changed([
    ['GIST', opened(data.formerGist), opened(data.gist)],
    ['SETTLEMENT', named(data.formerSettlement), named(data.settlement)],
    ['PLACE', opened(data.formerPlaceText), opened(data.placeText)],
    ['POINT', opened(data.formerPoint), opened(data.point)],
  ]);
}

type Change = readonly [of: HistoryChange['of'], was: string | undefined, is: string | undefined];

function changed(changes: readonly Change[]): readonly HistoryChange[] {
  return changes.filter(([, was, is]) => was !== is).map(([of, was = null, is = null]) => ({ of, was, is }));
}

type Recorded = DataOf<typeof SourceRecorded>;

function sourcesOf(
  { receivedFrom, receivedFromBody, formerReceivedFrom, formerReceivedFromBody }: Recorded,
  opened: Opened,
): readonly Change[] {
  return [
    [
      'SOURCE',
      letterOf(formerReceivedFrom, opened(formerReceivedFromBody)),
      letterOf(receivedFrom, opened(receivedFromBody)),
    ],
    ['SOURCE_TERM', dayOf(formerReceivedFrom?.term), dayOf(receivedFrom?.term)],
  ];
}

/** «Прокуратура, № 7-12, 20.11.2026» */
function letterOf(letter: Recorded['receivedFrom'], body: string | undefined): string | undefined {
  const { number, date } = letter ?? {};
  return [body, number && `№ ${number}`, dayOf(date)].filter(Boolean).join(', ') || undefined;
}

function dayOf(day: string | undefined): string | undefined {
  return day?.split('-').reverse().join('.');
}
