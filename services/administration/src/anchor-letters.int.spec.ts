import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MailFailure, type Letter, type Mailer } from '@otklik/kernel';
import { installService, openDatabase, type Database, type District, type Official } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { sealOfficialEmail } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { AnchorLetters } from './application/anchor-letters.js';
import { AnchorLetterClaims } from './store/anchor-letter-claims.js';
import { administrationService } from './administration.module.js';

const heads = { lines: ['{"number":1}', '{"number":2}'], publicKey: 'the public key' };
const key = Buffer.alloc(32, 7);
let server: TestDatabase;
let database: Database;
beforeAll(async () => {
  server = await testDatabase();
  const urls = await installService(server.url, 'administration', administrationService.migrations, testRoleSecret);
  database = openDatabase(urls.app, 'administration');
}, 60_000);
afterAll(async () => {
  await database.close();
  await server.drop();
});

function official(role: 'CONTROLLER' | 'HEAD', more: Partial<Official> = {}): Official {
  const id = randomUUID();
  const email = sealOfficialEmail(key, id, `${id}@aldan.example`);
  return { id, login: id, name: 'Somebody', assignments: [{ district: 1, role }], email, ...more };
}

const districtOf = (...officials: Official[]) =>
  ({ id: 1, code: 'aldan', name: 'Алданский район', zone: 'Asia/Yakutsk', officials }) as unknown as District;

/** A process that sends them; `refusal`: of its mail server. */
function sender(taken: Letter[] = [], refusal?: MailFailure): AnchorLetters {
  const mailer: Mailer = {
    send: async (letter) => {
      if (refusal) throw refusal;
      taken.push(letter);
      return 'taken';
    },
    close: () => undefined,
  };
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const settings = { language: 'ru', domain: 'otklik.example' } as const;
  return new AnchorLetters(new AnchorLetterClaims(database), mailer, settings, silent, { of: () => key });
}

it('goes to the controllers of the whole district with an address, one letter a day of the district, whatever restarts', async () => {
  const controller = official('CONTROLLER');
  const substitute = official('HEAD', {
    assignments: [{ district: 1, role: 'CONTROLLER', onBehalfOf: controller.id }],
  });
  const elsewhere = official('HEAD', { assignments: [{ district: 2, role: 'CONTROLLER' }] });
  const { email: _, ...without } = official('CONTROLLER');
  const district = districtOf(controller, official('HEAD'), substitute, elsewhere, without);
  const taken: Letter[] = [];
  const morning = '2026-11-24T01:00:00.000Z';
  const passes = [sender(taken), sender(taken)].map((one) => one.send(district, heads, morning));
  expect((await Promise.all(passes)).map(({ sent }) => sent).sort()).toEqual([0, 1]);
  expect(await sender(taken).send(district, heads, '2026-11-24T14:59:00.000Z')).toEqual({
    receivers: 1,
    sent: 0,
    failed: 0,
  });
  expect(taken).toMatchObject([
    { to: `${controller.id}@aldan.example`, subject: expect.stringContaining('24 ноября') },
  ]);
  expect(taken[0]!.text.split('\n')).toEqual(expect.arrayContaining([...heads.lines]));
  expect(taken[0]!.text).toContain(heads.publicKey);
  // Midnight in Yakutsk.
  expect(await sender(taken).send(district, heads, '2026-11-24T15:00:00.000Z')).toMatchObject({ sent: 1 });
});

it('goes ten minutes later where the mail server took it not, and not again that day where it never will', async () => {
  const district = districtOf(official('CONTROLLER'));
  const at = (time: string) => `2026-11-26T${time}:00.000Z`;
  expect(await sender([], new MailFailure('ETIMEDOUT', false)).send(district, heads, at('01:00'))).toMatchObject({
    failed: 1,
  });
  expect(await sender().send(district, heads, at('01:09'))).toMatchObject({ sent: 0, failed: 0 });
  expect(await sender([], new MailFailure('550', true)).send(district, heads, at('01:10'))).toMatchObject({
    failed: 1,
  });
  expect(await sender().send(district, heads, at('09:00'))).toMatchObject({ sent: 0, failed: 0 });
  expect(await sender().send(district, { ...heads, lines: [] }, at('16:00'))).toEqual({
    receivers: 0,
    sent: 0,
    failed: 0,
  });
});
