import { dropOperand, dropStatement, dropText, replaceText, replaceValue, takeElse } from './locate/change.js';
import type { Mutant } from './mutants.js';

const decided = 'reception.decide.spec.ts';
const whole = 'receptions.int.spec.ts';
const FREE = 'is of a time that is offered and that no other visitor has';
const RACE = 'is of one visitor alone, however many book the same time at once';

/** Receptions in person: one time is one visitor's, names are sealed, an end is a fact. */
export const receptionMutants: readonly Mutant[] = [
  {
    name: 'reception: a taken time is booked again',
    in: 'intake: demandFree',
    change: dropStatement('SLOT_TAKEN'),
    spec: decided,
    test: FREE,
  },
  {
    name: 'reception: a time that is not offered is booked',
    in: 'intake: demandFree',
    change: dropStatement('SLOT_NOT_OFFERED'),
    spec: decided,
    test: FREE,
  },
  {
    name: 'reception: of two at once the later one keeps the event without its time',
    in: 'intake: Receptions.add',
    change: dropStatement('SLOT_TAKEN'),
    spec: whole,
    test: RACE,
  },
  {
    name: 'reception: two at once get the same time',
    in: 'intake: receptionMigration',
    change: replaceText('create unique index reception_slot', 'create index reception_slot'),
    spec: whole,
    test: RACE,
  },
  {
    name: 'reception: a cancelled booking keeps its time',
    in: 'intake: Receptions.takenIn',
    change: dropText("and status <> 'CANCELLED'"),
    spec: whole,
    test: 'is cancelled by its code, and its time is free again',
  },
  {
    name: 'reception: it ends for one who did not come',
    in: 'intake/reception: end',
    change: dropStatement('BOOKING_STATE_FORBIDS'),
    spec: decided,
    test: 'ends for one who has come alone',
  },
  {
    name: 'reception: it ends with an appeal that was not entered at it',
    in: 'intake/reception: end',
    change: dropStatement('APPEAL_NOT_OF_RECEPTION'),
    spec: decided,
    test: 'led to an appeal only if one was entered at the reception of that day',
  },
  {
    name: 'reception: it ends with an appeal that came by telephone',
    in: 'intake: ReceiveVisitors.receivedOn',
    change: takeElse('RECEPTION'),
    spec: whole,
    test: 'ends with an appeal only by one that was entered at it, which no other visit has',
  },
  {
    name: 'reception: two visits end with one appeal',
    in: 'intake: receptionMigration',
    change: replaceText('create unique index reception_appeal', 'create index reception_appeal'),
    spec: whole,
    test: 'ends with an appeal only by one that was entered at it, which no other visit has',
  },
  {
    name: 'reception: further consideration is refused without an earlier answer',
    in: 'intake/reception: end',
    change: dropStatement('EARLIER_NOT_ANSWERED'),
    spec: decided,
    test: 'is refused to consider further only what was answered before',
  },
  {
    name: 'reception: a visitor comes on another day',
    in: 'intake/reception: came',
    change: dropStatement('RECEPTION_OTHER_DAY'),
    spec: decided,
    test: 'is the only one on which a visitor comes, and none is missed before it',
  },
  {
    name: 'reception: the name of a visitor is kept in the clear',
    in: 'contracts: ReceptionBooked',
    change: replaceValue('{ type: "string" } as never', 'name'),
    spec: 'intake: receptions.int.spec.ts',
    test: 'keeps what a visitor said sealed, in events and rows',
  },
  {
    name: 'reception: names outlive their thirty days',
    in: 'intake: ForgetVisitors.run',
    change: dropStatement('destroy'),
    spec: whole,
    test: 'leaves no name thirty days after it, but in a card that is no appeal',
  },
  {
    name: 'reception: the visitors of a day are opened without a record',
    in: 'intake: ReadReceptions.visits',
    change: dropStatement('record'),
    spec: whole,
    test: 'has each opening of its visitors on record, once for a quarter of an hour',
  },
  {
    name: 'reception: it ends with an appeal that has no number',
    in: 'intake: ReceiveVisitors.receivedOn',
    change: dropOperand('REGISTERED'),
    spec: whole,
    test: 'ends with an appeal only by one that was entered at it, which no other visit has',
  },
  {
    name: 'reception: one telephone takes every time',
    in: 'intake/reception: book',
    change: dropStatement('TOO_MANY_BOOKINGS'),
    spec: decided,
    test: 'is one of two that a telephone may have ahead',
  },
  {
    name: 'reception: another end of a visit is dropped',
    in: 'intake/reception: isSameEnd',
    change: dropStatement('record'),
    spec: decided,
    test: 'ends once: another end is refused, whatever it says',
  },
  {
    name: 'reception: that a visitor came is taken back after the end',
    in: 'intake/reception: takeBackComing',
    change: dropStatement('BOOKING_STATE_FORBIDS'),
    spec: decided,
    test: 'has a visitor who came by mistake taken back, until it ended',
  },
  {
    name: 'reception: a visitor is erased before the visit',
    in: 'intake: ForgetVisitors.erase',
    change: dropStatement('AHEAD'),
    spec: whole,
    test: 'has its visitor erased on request, by the code or the id, once the visit has ended',
  },
];
