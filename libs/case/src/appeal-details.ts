import { compact } from '@otklik/kernel';
import type { PublishedAppeal } from './appeal.js';
import type { SaidOfAppeal as Fact } from './events.js';
import type { Who } from './states-after.js';
import type { Steps } from './steps.js';

type DetailsFact = Extract<Fact, { type: 'DetailsCorrected' | 'SourceRecorded' | 'RepeatRecorded' }>;

/** What officials correct of what was received. */
export const detailsSteps: Steps<DetailsFact, PublishedAppeal> = {
  DetailsCorrected({ received, ...before }, { gist, isGistRemoved, isPlaceCorrected, settlement, placeText, point }) {
    const { gist: _former, ...part } = before;
    const kept = { ...(isGistRemoved ? part : before), ...compact({ gist }) };
    if (!received) return kept;
    if (isPlaceCorrected !== true) return { ...kept, received };
    const { settlement: _settlement, placeText: _placeText, point: _point, ...rest } = received;
    return { ...kept, received: { ...rest, ...compact({ settlement, placeText, point }) } };
  },
  RepeatRecorded: (part, repeat) => ({ ...part, repeat }),
  SourceRecorded({ received, bodyRecordedIn: before, ...part }, { receivedFrom, receivedFromBody, isBodyKept }, who) {
    const bodyRecordedIn = isBodyKept === true ? before : recordedIn(receivedFromBody, who);
    const kept = { ...part, ...compact({ bodyRecordedIn }) };
    if (!received) return kept;
    const { receivedFrom: _letter, receivedFromBody: _body, ...rest } = received;
    return { ...kept, received: { ...rest, ...compact({ receivedFrom, receivedFromBody }) } };
  },
};

/** The event in which the name was recorded, where one was. */
export function recordedIn(name: string | undefined, { event }: Who): string | undefined {
  return name === undefined ? undefined : event;
}
