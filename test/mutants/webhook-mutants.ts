import { dropOperand, dropStatement, replaceLiteral, replaceText, replaceValue, takeElse } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of what other programs are sent. */
export const webhookMutants: readonly Mutant[] = [
  {
    name: 'a webhook signed without the time',
    in: 'notifications: signatureOf',
    change: replaceText('${id}.${seconds}.${body}', '${id}.${body}'),
    spec: 'webhook-secrets.spec.ts',
    test: 'is taken by the standard library',
  },
  {
    name: 'a webhook that forgets the former secret while it is renewed',
    in: 'notifications: secretsAt',
    change: takeElse('until'),
    spec: 'webhook-secrets.spec.ts',
    test: 'is joined by the former one until its time is over',
  },
  {
    name: 'a webhook that tells what is sealed',
    in: 'notifications: webhookMessage',
    change: replaceValue(
      '{ ...(fact.data as object), version: 1, id, district, appeal, number, question, state: toldState(fact), at }',
      'version',
    ),
    spec: 'webhook-message.spec.ts',
    test: 'never holds what is sealed, nor any text of the event',
  },
  {
    name: 'a name that leads to an inner address',
    in: 'networks: publicLookup',
    change: dropOperand('isPublicAddress'),
    spec: 'outside.spec.ts',
    test: 'never reaches the machine by its name localhost',
  },
  {
    name: 'an inner address that stands for a name',
    in: 'networks: outsideAgent',
    change: dropStatement('isPublicAddress'),
    spec: 'outside.spec.ts',
    test: 'never reaches 2130706433',
  },
  {
    name: 'a webhook that is told what was before it was there',
    in: 'notifications: isThereAt',
    change: replaceText("date_trunc('milliseconds', w.added_at) <= ${at}", '${at}::timestamptz is not null'),
    spec: 'webhooks.int.spec.ts',
    test: 'is sent the types that it wants, once each, and of nothing before it was there',
  },
  {
    name: 'a redirect of a webhook that counts as taken',
    in: 'notifications: SendToWebhooks.conclude',
    change: replaceLiteral('300', '400'),
    spec: 'webhooks.int.spec.ts',
    test: 'is sent the same again until it has taken it, under the same id',
  },
  {
    name: 'a webhook that is told of an appeal once a second',
    in: 'notifications: SendToWebhooks.sendDue',
    change: dropStatement('oneHasEnded'),
    spec: 'webhooks.int.spec.ts',
    test: 'is sent the next of an appeal as soon as the one before has ended, without another wait',
  },
];
