import { expect, it } from '@jest/globals';
import { QuestionOpened } from '@otklik/contracts/routing.events';
import type { Clock } from '@otklik/kernel';
import { reactor, type CaseFold, type Consumer } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import { caseFold, onlyVersions } from './case-reactor.js';
import { Concern, On, OnCase, OnCases, toConcern } from './event-consumer.js';

@Concern('probe.asks')
class Asks {
  @OnCase(QuestionOpened)
  opened(): Promise<void> {
    return Promise.resolve();
  }
}

@Concern('probe.asks_in_sets')
class AsksInSets {
  @OnCases(QuestionOpened)
  opened(): Promise<void> {
    return Promise.resolve();
  }
}

@Concern('probe.hears')
class Hears {
  @On(QuestionOpened)
  opened(): Promise<void> {
    return Promise.resolve();
  }
}

function made<State>(state: CaseFold<State>, concern: object): Consumer {
  const handlers = [toConcern(concern, {} as Clock)];
  return reactor<State, never>({
    name: 'probe.case',
    topics: ['routing.events'],
    state,
    handlers,
    now: () => '',
    logger: {} as Logger,
  });
}

it.each([new Asks(), new AsksInSets()])(
  'is made with no concern that asks for a case, where it keeps none',
  (concern) => {
    expect(() => made(onlyVersions, concern)).toThrow('probe.case keeps no case');
    expect(made(caseFold(['question.topic'], [QuestionOpened]), concern)).toMatchObject({ name: 'probe.case' });
  },
);

it('keeps no case for concerns that ask for none', () => {
  expect(made(onlyVersions, new Hears())).toMatchObject({ name: 'probe.case' });
});
