import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { code, live, smallGateway, type SmallGateway } from '../testing/small-gateway.js';

const SLOW = '{ slow }';
const SLOWLY = 'mutation { slowly }';

describe.each([
  ['in one process', false],
  ['in processes of their own', true],
])('services %s', (_, forwarded) => {
  let gateway: SmallGateway;
  let open: () => void;
  beforeEach(() => {
    const gate = Promise.withResolvers<void>();
    open = gate.resolve;
    live.gate = gate.promise;
    live.started = 0;
  });
  afterEach(async () => {
    open();
    await gateway.application.close();
  });

  const begun = (count: number) => eventually(async () => (live.started === count ? true : undefined));

  it('refuses queries at half of the limit and everything at the limit, after the tarpit delay, and completes what it admitted', async () => {
    gateway = await smallGateway({ OTKLIK_MAX_RUNNING: '4' }, { forwarded });
    const taken = [gateway.ask(SLOW), gateway.ask(SLOW)];
    await begun(2);
    expect(code(await gateway.ask(SLOW))).toBe('OVERLOADED');
    taken.push(gateway.ask(SLOWLY), gateway.ask(SLOWLY));
    await begun(4);
    const since = performance.now();
    const refused = await fetch(`${gateway.url}/graphql`, { method: 'POST', body: 'not even read' });
    expect(performance.now() - since).toBeGreaterThan(2_500);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'OVERLOADED' }, message: expect.stringMatching(/^Сейчас слишком много/) }],
    });
    expect((await fetch(`${gateway.url}/beside`)).status).toBe(503);
    expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
    open();
    expect((await Promise.all(taken)).map(({ status, body }) => [status, body.errors])).toEqual(
      Array(4).fill([200, undefined]),
    );
    expect(live.started).toBe(4);
    expect(code(await gateway.ask(SLOW))).toBe('none');
  });

  it('answers delayed refusals at once when the server closes', async () => {
    gateway = await smallGateway({ OTKLIK_MAX_RUNNING: '2' }, { forwarded });
    const taken = [gateway.ask(SLOWLY), gateway.ask(SLOWLY)];
    await begun(2);
    const since = performance.now();
    const refused = fetch(`${gateway.url}/graphql`, { method: 'POST', body: 'not even read' });
    await sleep(200);
    const closed = gateway.application.close();
    expect((await refused).status).toBe(503);
    expect(performance.now() - since).toBeLessThan(2_000);
    open();
    await Promise.all([...taken, closed]);
    expect(performance.now() - since).toBeLessThan(4_000);
  });

  it('returns TIMED_OUT at the deadline and counts the operation until it ends', async () => {
    gateway = await smallGateway({ OTKLIK_MAX_RUNNING: '2' }, { forwarded, deadlineMs: 200 });
    const late = await gateway.ask(SLOW);
    expect(code(late)).toBe('TIMED_OUT');
    expect(late.body.errors?.[0]?.message).toMatch(/^Ответ не пришёл вовремя/);
    expect(late.status).toBe(504);
    // A forwarded request ends with its deadline; in one process the work is still under way.
    expect(code(await gateway.ask(SLOW))).toBe(forwarded ? 'TIMED_OUT' : 'OVERLOADED');
    open();
    await eventually(async () => (code(await gateway.ask(SLOW)) === 'none' ? true : undefined));
  });
});
