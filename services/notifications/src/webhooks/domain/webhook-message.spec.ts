import { describe, expect, it } from '@jest/globals';
import { eventTypeCode } from '@otklik/contracts/event-type';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { samples } from '@otklik/contracts/samples';
import { isTold, webhookMessage, type AnyFact } from './webhook-message.js';

const told = samples()
  .map(({ event }) => event as PublicEvent)
  .filter(({ type }) => isTold(type));
const known = { district: 'aldan', number: 'АЛД-2026-17' };
const messageOf = (event: PublicEvent) =>
  webhookMessage(event as AnyFact, { type: eventTypeCode(event.type), ...known });
const sampleOf = (type: string) => told.find((event) => event.type === type)!;
const withData = (type: string, data: object) => ({ ...sampleOf(type), data }) as PublicEvent;

describe('what a webhook is sent', () => {
  it.each(told.map((event) => [event.type, event] as const))(
    'of %s holds nothing but names, ids and times',
    (_, event) => {
      const { type, timestamp, data } = messageOf(event);
      expect([type, timestamp]).toEqual([eventTypeCode(event.type), event.at]);
      expect(data).toEqual({
        version: 1,
        id: event.id,
        district: 'aldan',
        appeal: event.appeal,
        number: known.number,
        at: event.at,
        question: data.question,
        state: data.state,
      });
      expect(data.question ?? event.stream).toMatch(/^[0-9a-f-]{36}$/);
      expect(data.state ?? 'NONE').toMatch(/^[A-Z_]+$/);
    },
  );

  it('never holds what is sealed, nor any text of the event', () => {
    const sealed = told.filter((event) => JSON.stringify(event.data).includes('sealed:1:'));
    expect(sealed.length).toBeGreaterThan(30);
    for (const event of told) {
      const body = JSON.stringify(messageOf(event));
      expect(body).not.toContain('sealed:');
      expect(Object.keys(JSON.parse(body) as object)).toEqual(['type', 'timestamp', 'data']);
      expect(body.length).toBeLessThan(1_000);
    }
  });

  it('tells the state after the fact', () => {
    const state = (event: PublicEvent) => messageOf(event).data.state;
    expect(state(sampleOf('AppealReceived'))).toBe('RECEIVED');
    expect(state(sampleOf('QuestionAnswered'))).toBe('ANSWERED');
    expect(state(sampleOf('ResponseSigned'))).toBe('SIGNED');
    expect(state(sampleOf('NoticeDispatched'))).toBe('DISPATCHED');
    expect(state(sampleOf('DeadlineNear'))).toBeNull();
    expect(state(withData('QuestionEnded', { end: 'FORWARDED' }))).toBe('FORWARDED');
    expect(state(withData('AppealAnswered', { end: 'LEFT_UNANSWERED' }))).toBe('LEFT_UNANSWERED');
    expect(state(withData('AppealAnswered', {}))).toBeNull();
    expect(state(withData('QuestionReopened', {}))).toBe('OPEN');
    expect(state(withData('QuestionReopened', { department: 'works' }))).toBe('ROUTED');
    expect(state(withData('QuestionRestored', { department: 'works', executor: 'x' }))).toBe('IN_WORK');
  });

  it('names the question, whichever stream the fact is of', () => {
    const questionOf = (event: PublicEvent) => messageOf(event).data.question;
    const routed = sampleOf('QuestionRouted');
    expect(questionOf(routed)).toBe(routed.stream);
    expect(questionOf(sampleOf('ResponseSigned'))).toBe(
      (sampleOf('ResponseSigned').data as { question: string }).question,
    );
    expect(questionOf(withData('NoticeDispatched', { about: 'q' }))).toBe('q');
    expect(questionOf(sampleOf('AppealReceived'))).toBeNull();
  });

  it('is no delivery of a network, no lapsed issue, and no link of the applicant', () => {
    expect(isTold('DeliveryKept')).toBe(false);
    expect(isTold('KnownIssueLapsed')).toBe(false);
    expect(isTold('FollowUpLinkRequested')).toBe(false);
    expect(isTold('AppealRegistered')).toBe(true);
  });
});
