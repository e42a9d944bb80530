import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { BodyServer } from '@otklik/contracts/generated/graphql';
import { compact } from '@otklik/kernel';
import type { Actor, Open311Body } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { sealNetworkSecrets } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { FollowRequests } from './application/follow-requests.js';
import { environment } from '../environment.fixture.js';
import { GeoReportServer } from './georeport-server.fixture.js';
import {
  database,
  deliver,
  directory,
  events,
  newCase,
  officials,
  secret,
  service,
  tell,
  type Case,
} from '../notice/notices-world.fixture.js';
import { aldan } from '../test-district.fixture.js';

/** Before the service starts. */
export const body = await GeoReportServer.start();
environment['OTKLIK_OPEN311_ORIGINS'] = body.origin;

const account = randomUUID();
const endpoint = `${body.origin}/dev/v2`;
const usual: Open311Body = { endpoint, jurisdiction: 'city.example', service: '001', linkAttribute: 'page' };

/** The district in which these bodies take requests; those of `more` otherwise than as usual. */
export function install(more: Readonly<Record<string, Partial<Open311Body>>> = {}, isEnabled = true): void {
  const bodies = { roads: { services: { ROADS: '017' }, idAttribute: 'letter' }, ...more };
  directory.replace([
    {
      ...aldan,
      officials,
      topics: [{ code: 'ROADS', name: 'Дороги' }],
      settlements: [{ code: 'TOMMOT', name: 'г. Томмот' }],
      organisations: Object.entries(bodies).map(([code, own]) => ({
        code,
        name: `Орган ${code}`,
        email: `${code}@body.example`,
        open311: { ...usual, ...own },
      })),
      accounts: [
        {
          id: account,
          network: 'OPEN311_BODY',
          title: 'Дороги',
          settings: { organisation: 'roads' },
          secretsSetAt: {},
          enabled: isEnabled,
          sealed: sealNetworkSecrets(secret('network-account'), account, { values: { apiKey: 'the-key' } }),
        },
      ],
    },
  ]);
}

beforeAll(() => install());
beforeEach(() => {
  body.fates.splice(0);
  body.updates.splice(0);
  Object.assign(body, { tellsTexts: true, knowsKeys: false, tellsIds: true, isDown: false });
  Object.assign(body, { updatesAtOnce: 100, isFeedDown: false });
});
afterAll(() => body.stop());

/** A question that is forwarded to the organisation. */
export async function forwarded(organisation = 'roads', point?: string): Promise<Case & { readonly letter: string }> {
  const made = await newCase('ivan@example.org', 'EMAIL', 'SITE', compact({ regime: 'APPEAL_59FZ', point }));
  const { appeal, question, person } = made;
  await deliver(made.received, made.registered);
  const letter = randomUUID();
  const to = [{ letter, organisation, name: `Орган ${organisation}` }];
  const of = (version: number, type: string, data: object) => ({
    ...tell('routing.events', type, appeal, question, data),
    version,
  });
  await deliver(
    of(1, 'QuestionOpened', { person, regime: 'APPEAL_59FZ', ordinal: 1 }),
    of(2, 'QuestionRouted', { topic: 'ROADS', department: 'works', by: 'RULE', words: [] }),
    of(3, 'QuestionForwarded', { to, forwardedOn: '2026-11-24', linksUntil: '2027-01-10' }),
  );
  return { ...made, letter };
}

export const dataOf = async (letter: string, type: string) =>
  (await events(letter)).filter((event) => event.type === type).map(({ data }) => data as Record<string, unknown>);

/** Once an attempt has ended and waits for the next. */
export const attempts = (letter: string, count: number) =>
  eventually(async () => {
    const { rows } = await database
      .scope(1)
      .query<{ readonly attempts: number }>(
        'select attempts from notifications.delivery where notice = $1 and claimed_until is null and attempts >= $2',
        [letter, count],
      );
    return rows[0];
  });

/** The wait after an attempt is over. */
export async function dueNow(letter: string): Promise<void> {
  await database.scope(1).query('update notifications.delivery set next_at = now() where notice = $1', [letter]);
}

/** The day after the first attempt is over. */
export async function dayLater(letter: string): Promise<void> {
  await database
    .scope(1)
    .query(
      `update notifications.delivery set begun_at = now() - interval '25 hours', next_at = now() where notice = $1`,
      [letter],
    );
}

/** Once `check` answers; the server of the organisation is asked again and again. */
export const asking = <Result extends object | true>(
  organisation: string,
  check: () => Promise<Result | undefined>,
): Promise<Result> =>
  eventually(async () => {
    await database
      .scope(1)
      .query(`update notifications.work set due_at = now() where kind = 'ASK_BODY' and key = $1 and lease is null`, [
        organisation,
      ]);
    await service.get(FollowRequests).askDue();
    return check();
  });

/** It was polled twice more: once while the previous report may have been in transit. */
export async function askedAgain(organisation: string): Promise<void> {
  const before = body.asked;
  await asking(organisation, async () => (body.asked > before + 1 ? true : undefined));
}

const administrator: Actor = {
  kind: 'official',
  id: randomUUID(),
  login: 'admin',
  name: 'Администратор',
  assignments: [{ district: 1, role: 'DISTRICT_ADMIN' }],
};

/** How the server of the organisation does, once `isSo`. */
export const health = (organisation: string, isSo: (server: BodyServer) => boolean) =>
  asking(organisation, async () => {
    const servers = await service.resolve<readonly BodyServer[]>('bodyServers', { district: 'aldan' }, administrator);
    return servers.find((server) => server.organisation === organisation && isSo(server));
  });
