import type { Mutant } from './mutants.js';

/** Of what other programs are told. */
export const webhookMutants: readonly Mutant[] = [
  {
    name: 'a webhook signed without the time',
    file: 'services/notifications/src/webhooks/application/webhook-secrets.ts',
    find: 'const signed = `${id}.${seconds}.${body}`;',
    replace: 'const signed = `${id}.${body}`;',
    spec: 'services/notifications/src/webhooks/application/webhook-secrets.spec.ts',
    test: 'is taken by the standard library',
  },
  {
    name: 'a webhook that forgets the former secret while it is renewed',
    file: 'services/notifications/src/webhooks/application/webhook-secrets.ts',
    find: 'return former && former.until > at ? [secret, former.secret] : [secret];',
    replace: 'return [secret];',
    spec: 'services/notifications/src/webhooks/application/webhook-secrets.spec.ts',
    test: 'is joined by the former one until its time is over',
  },
  {
    name: 'a webhook that tells what is sealed',
    file: 'services/notifications/src/webhooks/domain/webhook-message.ts',
    find: 'data: { version: 1, id, district, appeal, number, question, state: stateAfter(fact), at },',
    replace:
      'data: { ...(fact.data as object), version: 1, id, district, appeal, number, question, state: stateAfter(fact), at },',
    spec: 'services/notifications/src/webhooks/domain/webhook-message.spec.ts',
    test: 'never holds what is sealed, nor any text of the event',
  },
  {
    name: 'a name that leads to an inner address',
    file: 'libs/networks/src/outside.ts',
    find: 'if (!first || addresses.some(({ address }) => !isPublicAddress(address))) {',
    replace: 'if (!first) {',
    spec: 'libs/networks/src/outside.spec.ts',
    test: 'never reaches the machine by its name localhost',
  },
  {
    name: 'an inner address that stands for a name',
    file: 'libs/networks/src/outside.ts',
    find: 'if (isIP(host) !== 0 && !isPublicAddress(host)) return connected(new InnerAddress(), null);',
    replace: '',
    spec: 'libs/networks/src/outside.spec.ts',
    test: 'never reaches 2130706433',
  },
  {
    name: 'a webhook that is told what was before it was there',
    file: 'services/notifications/src/webhooks/adapters/postgres/postgres-webhook-queue.ts',
    find: "`w.removed_at is null and date_trunc('milliseconds', w.added_at) <= ${at}`",
    replace: '`w.removed_at is null and ${at}::timestamptz is not null`',
    spec: 'services/notifications/src/webhooks/webhooks.int.spec.ts',
    test: 'is told of the types that it wants, once each, and of nothing before it was there',
  },
  {
    name: 'a redirect of a webhook that counts as taken',
    file: 'services/notifications/src/webhooks/application/send-to-webhooks.ts',
    find: 'if (status !== undefined && status >= 200 && status < 300) {',
    replace: 'if (status !== undefined && status >= 200 && status < 400) {',
    spec: 'services/notifications/src/webhooks/webhooks.int.spec.ts',
    test: 'is told the same again until it has taken it, under the same id',
  },
];
