import { OwnMessageRead, OwnMessageSeen, RemovedAtSource, RestoredAtSource } from '@otklik/contracts/intake.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import { NoteInPlace } from '../../application/note-in-place.js';

type SourceChange = EventOf<typeof RemovedAtSource | typeof RestoredAtSource>;

/** Separate from the other events of an appeal, which never wait until a sending is recorded. */
@Concern('notifications.networks')
export class NetworksConcern {
  constructor(private readonly places: NoteInPlace) {}

  @On(OwnMessageSeen)
  seen(event: EventOf<typeof OwnMessageSeen>, { commandFor, tx }: Reaction) {
    // The network's own time is when it was written.
    const inPlace = { ref: event.data.sourceRef, is: 'STANDING', at: event.at } as const;
    return this.places.note(commandFor, event, inPlace, tx);
  }

  @On(RemovedAtSource, RestoredAtSource)
  fate(event: SourceChange, { commandFor, tx }: Reaction) {
    const { sourceRef: ref, at = event.at } = event.data;
    const is = event.type === 'RestoredAtSource' ? 'STANDING' : 'REMOVED';
    return this.places.note(commandFor, event, { ref, is, at }, tx);
  }

  @On(OwnMessageRead)
  read(event: EventOf<typeof OwnMessageRead>, { commandFor, tx }: Reaction) {
    const { sourceRef: ref, at = event.at } = event.data;
    return this.places.note(commandFor, event, { ref, is: 'READ', at }, tx);
  }
}
