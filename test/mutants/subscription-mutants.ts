import {
  dropElement,
  dropOperand,
  replaceCode,
  dropText,
  replaceReturn,
  replaceStatement,
  replaceText,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Letters about published answers. */
export const subscriptionMutants: readonly Mutant[] = [
  {
    name: 'an address that has not confirmed is sent letters',
    in: 'notifications/subscriptions: isDue',
    change: dropText('${of}.confirmed_at is not null and'),
    spec: 'subscriptions.int.spec.ts',
    test: 'sends nothing to an address that has not confirmed',
  },
  {
    name: 'a subscriber is told an answer that was taken back',
    in: 'notifications/subscriptions: SubscriptionConcern.unpublished',
    change: replaceReturn('Promise.resolve()', 'publication'),
    spec: 'subscriptions.int.spec.ts',
    test: 'tells nothing that was taken back, dropped, or is of a person who was erased',
  },
  {
    name: 'a subscriber is told an answer that waits for its release',
    in: 'notifications/subscriptions: PublishedAnswers.prepared',
    change: replaceText(
      'question, title) values ($1, $2, $3, $4, $5)',
      "question, title, published_at) values ($1, $2, $3, $4, $5, '2026-11-24T03:30:00Z')",
    ),
    spec: 'subscriptions.int.spec.ts',
    test: 'tells nothing that waits for its release',
  },
  {
    name: 'a subscriber gets a second letter on a day',
    in: 'notifications/subscriptions: isDue',
    change: dropText('and (${of}.sent_on is null or ${of}.sent_on < $2)'),
    spec: 'subscriptions.int.spec.ts',
    test: 'is one letter a day about what is new of the topic and the place, with an end by one press',
  },
  {
    name: 'an address is asked to confirm as often as anybody likes',
    in: 'notifications/subscriptions: Subscriptions.ask',
    change: replaceText("interval '1 day') < ${MAX_LETTERS}", "interval '1 day') >= 0"),
    spec: 'subscriptions.int.spec.ts',
    test: 'is asked three times a day at the most, and lives unconfirmed for 48 hours',
  },
  {
    name: 'a link confirms long after it was sent',
    in: 'notifications/subscriptions: Subscriptions.confirm',
    change: dropText('and (confirmed_at is not null or ${WAITS})'),
    spec: 'subscriptions.int.spec.ts',
    test: 'is asked three times a day at the most, and lives unconfirmed for 48 hours',
  },
  {
    name: 'the link that confirms a subscription ends it, too',
    in: 'notifications/subscriptions: Subscribe.end',
    change: replaceStatement(
      'const id = readSubscriptionLink(this.keys.confirmation, district, link) ?? readSubscriptionLink(this.keys.end, district, link)',
      'readSubscriptionLink',
    ),
    spec: 'subscriptions.int.spec.ts',
    test: 'keeps no address in the clear, and nothing of one that has ended',
  },
  {
    name: 'a program that follows the link of a letter confirms a subscription',
    in: 'web/resident: subscribeRoutes',
    change: replaceCode(
      "scope.get('/:district/subscribe/:link', async (request, reply) => {",
      "scope.get('/:district/subscribe/:link', async (request, reply) => { return confirmed(request, reply, pages);",
    ),
    spec: 'subscribe-pages.spec.ts',
    test: 'confirms and ends by a press alone: what follows the links of a letter changes nothing',
  },
  {
    name: 'a subscription outlives the address that it is of',
    in: 'notifications/letters: BounceReceiver.report',
    change: dropOperand('returned'),
    spec: 'bounces.int.spec.ts',
    test: 'ends the subscription of an address that does not exist, which was another one’s',
  },
  {
    name: 'a sender has any number of letters sent to addresses of others',
    in: 'gateway: takesFromOthers',
    change: dropElement('subscribeToAnswers'),
    spec: 'attempts.spec.ts',
    test: 'limits subscribeToAnswers by the sender’s network, whatever it is about',
  },
];
