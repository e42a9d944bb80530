import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type AccountHealth, AccountHealths } from './store/account-health.js';
import { Listen } from './application/listen.js';
import { Listenings } from './store/listening.js';
import { NetworksOfIntake } from './networks-world.fixture.js';

let on: NetworksOfIntake;
beforeAll(async () => {
  on = await NetworksOfIntake.start(['VK']);
  await on.listen();
});
afterAll(() => on.stop());

async function health(district: number, name: string): Promise<AccountHealth> {
  const all = await on.world.get(AccountHealths).of(district);
  expect(all.map(({ account }) => account)).toEqual([on.account('VK', name).id]);
  return all[0]!;
}

it('an account that works has no problem, and reports its last delivery and until when nothing is missed', async () => {
  const page = on.page('VK');
  await on.about(page, page.say({ person: 'Айталина', text: 'На Лесной темно' }).id, 'AppealReceived');
  const now = await health(1, 'aldan');
  expect(now).toMatchObject({ problems: [], messagesPerDay: 1 });
  for (const time of [now.heardAt, now.lookedAt, now.readAt]) expect(Date.parse(time!)).not.toBeNaN();
  expect(await health(2, 'tompo')).toMatchObject({ problems: [], messagesPerDay: 0, heardAt: null });
});

it('what is lost is reported by the next check, of this account alone, and a check may be asked for', async () => {
  const { id } = on.account('VK');
  on.page('VK').loseRights(true);
  const healths = on.world.get(AccountHealths);
  const askedAt = await healths.lookAtOnce(1, id);
  expect((await health(1, 'aldan')).lookedAt).toBeNull();
  await on.world.get(Listen).listenDue();
  const found = await health(1, 'aldan');
  expect(found.problems).toEqual(['RIGHTS']);
  expect(Date.parse(found.lookedAt!)).toBeGreaterThan(Date.parse(askedAt!));
  expect((await health(2, 'tompo')).problems).toEqual([]);
  expect(await healths.lookAtOnce(2, id)).toBeUndefined();
  on.page('VK').loseRights(false);
  await on.listen();
  expect((await health(1, 'aldan')).problems).toEqual([]);
});

it('a look that is asked for while one is under way is another one', async () => {
  const { id } = on.account('VK');
  const listenings = on.world.get(Listenings);
  const healths = on.world.get(AccountHealths);
  await healths.lookAtOnce(1, id);
  const [one] = await listenings.claim(9, 60_000);
  await healths.lookAtOnce(1, id);
  await listenings.looked(one!, { problems: [], isRepaired: false });
  expect((await health(1, 'aldan')).lookedAt).toBeNull();
  expect(await listenings.claim(9, 60_000)).toEqual([]);
  await listenings.release(one!, 60_000);
  const [again] = await listenings.claim(9, 60_000);
  expect(again).toMatchObject({ account: id, isToBeLookedAt: true });
  await listenings.looked(again!, { problems: [], isRepaired: false });
  await listenings.release(again!, 60_000);
  expect((await health(1, 'aldan')).lookedAt).not.toBeNull();
  expect(await listenings.claim(9, 60_000)).toEqual([]);
});

it('a subscription that was gone and is there again is reported with the time', async () => {
  on.page('VK').simulator.subscription = undefined;
  await on.listen();
  const found = await health(1, 'aldan');
  expect(found).toMatchObject({ problems: [], repairedAt: expect.any(String) });
  expect(on.page('VK').simulator.subscription).toBeDefined();
});
