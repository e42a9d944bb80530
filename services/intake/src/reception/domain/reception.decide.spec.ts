import { describe, expect, it } from '@jest/globals';
import { fold } from '@otklik/kernel';
import { specify } from '@otklik/testing';
import { MAX_AHEAD, reception, type EndReception } from './reception.decide.js';

const at = {
  hours: 'deputy',
  official: 'Громова',
  post: 'заместитель главы',
  place: 'каб. 4',
  on: '2026-11-24',
  begins: '14:20',
  minutes: 20,
  way: 'IN_PERSON',
} as const;
const visitor = { person: 'person', channel: 'SITE', name: 'Карпова', matter: 'Уголь' } as const;
const offer = { isOffered: true, isTaken: false };
const book = { type: 'BookReception', at, ...visitor, ...offer } as const;
const booked = { type: 'ReceptionBooked', ...at, ...visitor } as const;
const later = { ...at, begins: '14:40' };
const move = { type: 'MoveReception', at: later, ...offer } as const;
const moved = { type: 'ReceptionMoved', ...later } as const;
const cancelled = { type: 'ReceptionCancelled' } as const;
const came = { type: 'ReceptionVisitorCame' } as const;
const missed = { type: 'ReceptionVisitorMissed' } as const;
const today = '2026-11-24';
const who = { receivedBy: 'Громова', receivedPost: 'заместитель главы' };
const end = (more: Partial<EndReception> = {}): EndReception => ({
  type: 'EndReception',
  record: 'e1',
  outcome: 'NOT_OURS',
  ...who,
  said: 'В суд.',
  today,
  isAnswered: false,
  ...more,
});

describe('a booking', () => {
  it('is of a time that is offered and that no other visitor has', () => {
    specify(reception).given().when(book).records(booked);
    specify(reception)
      .given()
      .when({ ...book, isTaken: true })
      .refuses('SLOT_TAKEN', { field: 'begins' });
    specify(reception)
      .given()
      .when({ ...book, isOffered: false })
      .refuses('SLOT_NOT_OFFERED', { field: 'begins' });
    expect(reception.decide(book, fold(reception, [booked]))).toEqual([]);
  });

  it('is one of two that a telephone may have ahead', () => {
    specify(reception)
      .given()
      .when({ ...book, ahead: 1 })
      .records(booked);
    specify(reception)
      .given()
      .when({ ...book, ahead: MAX_AHEAD })
      .refuses('TOO_MANY_BOOKINGS', { field: 'phone' });
  });

  it('is moved to a free time alone, also when its visitor did not come', () => {
    specify(reception).given(booked).when(move).records(moved);
    specify(reception).given(booked, missed).when(move).records(moved);
    specify(reception)
      .given(booked)
      .when({ ...move, isTaken: true })
      .refuses('SLOT_TAKEN');
    specify(reception).given(booked, cancelled).when(move).refuses('BOOKING_STATE_FORBIDS');
    expect(reception.decide({ ...move, at }, fold(reception, [booked]))).toEqual([]);
  });

  it('is cancelled before the visitor comes, once', () => {
    specify(reception).given(booked).when({ type: 'CancelReception' }).records(cancelled);
    specify(reception).given(booked, came).when({ type: 'CancelReception' }).refuses('BOOKING_STATE_FORBIDS');
    const own = (time: string) => ({ type: 'CancelReception', ownAt: `${today}T${time}` }) as const;
    specify(reception).given(booked).when(own('14:19')).records(cancelled);
    specify(reception).given(booked).when(own('14:20')).refuses('BOOKING_STATE_FORBIDS');
  });

  it('is reminded of once, and again after it was moved', () => {
    const remind = { type: 'RecordReminder' } as const;
    const reminded = { type: 'ReceptionReminded' } as const;
    specify(reception).given(booked).when(remind).records(reminded);
    specify(reception).given(booked, reminded, moved).when(remind).records(reminded);
    specify(reception).given(booked, cancelled).when(remind).refuses('BOOKING_STATE_FORBIDS');
  });
});

describe('the day of a reception', () => {
  it('is the only one on which a visitor comes, and none is missed before it', () => {
    specify(reception).given(booked).when({ type: 'RecordVisitorCame', today }).records(came);
    specify(reception).given(booked, missed).when({ type: 'RecordVisitorCame', today }).records(came);
    for (const other of ['2026-11-23', '2026-11-25'])
      specify(reception).given(booked).when({ type: 'RecordVisitorCame', today: other }).refuses('RECEPTION_OTHER_DAY');
    specify(reception)
      .given(booked)
      .when({ type: 'RecordVisitorMissed', moment: `${today}T14:20` })
      .records(missed);
    specify(reception)
      .given(booked)
      .when({ type: 'RecordVisitorMissed', moment: `${today}T14:19` })
      .refuses('RECEPTION_OTHER_DAY');
  });

  it('ends for one who has come alone', () => {
    const ended = { type: 'ReceptionEnded', outcome: 'NOT_OURS', ...who, said: 'В суд.', record: 'e1' } as const;
    specify(reception).given(booked, came).when(end()).records(ended);
    for (const before of [[booked], [booked, missed], [booked, cancelled]])
      specify(reception)
        .given(...before)
        .when(end())
        .refuses('BOOKING_STATE_FORBIDS');
  });

  it('ends once: another end is refused, whatever it says', () => {
    const ended = { type: 'ReceptionEnded', outcome: 'NOT_OURS', ...who, said: 'В суд.', record: 'e1' } as const;
    specify(reception).given(booked, came, ended).when(end()).recordsNothing();
    specify(reception)
      .given(booked, came, ended)
      .when(end({ record: 'e2', said: 'В прокуратуру.' }))
      .refuses('BOOKING_STATE_FORBIDS');
  });

  it('has a visitor who came by mistake taken back, until it ended', () => {
    const takeBack = { type: 'TakeBackComing' } as const;
    specify(reception).given(booked, came).when(takeBack).records({ type: 'ReceptionComingTakenBack' });
    specify(reception).given(booked, missed).when(takeBack).refuses('BOOKING_STATE_FORBIDS');
    const ended = { type: 'ReceptionEnded', outcome: 'NOT_OURS', ...who, record: 'e1' } as const;
    specify(reception).given(booked, came, ended).when(takeBack).refuses('BOOKING_STATE_FORBIDS');
  });

  it('led to an appeal only if one was entered at the reception of that day', () => {
    const given = { outcome: 'REGISTERED', appeal: 'appeal' } as const;
    const { said: _, ...bare } = end(given);
    specify(reception)
      .given(booked, came)
      .when({ ...bare, appealReceivedOn: today })
      .records({ type: 'ReceptionEnded', ...given, ...who, record: 'e1' });
    specify(reception).given(booked, came).when(bare).refuses('APPEAL_NOT_OF_RECEPTION', { field: 'appeal' });
    specify(reception)
      .given(booked, came)
      .when({ ...bare, appealReceivedOn: '2026-11-23' })
      .refuses('APPEAL_NOT_OF_RECEPTION');
  });

  it('is refused to consider further only what was answered before', () => {
    const refused = end({ outcome: 'ANSWERED_BEFORE', earlier: 'АЛД-1' });
    specify(reception).given(booked, came).when(refused).refuses('EARLIER_NOT_ANSWERED', { field: 'earlier' });
    specify(reception)
      .given(booked, came)
      .when({ ...refused, isAnswered: true })
      .records({
        type: 'ReceptionEnded',
        outcome: 'ANSWERED_BEFORE',
        earlier: 'АЛД-1',
        ...who,
        said: 'В суд.',
        record: 'e1',
      });
  });
});
