import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TownServer } from './town-server.js';
import { Town } from './town.js';

let town: Town;
let server: TownServer;
beforeEach(async () => {
  town = await Town.start();
  server = await TownServer.start(town);
  town.account('VK', 'aldan', 'Алданский район');
});
afterEach(async () => {
  await server.stop();
  await town.stop();
});

const at = { network: 'VK', page: 'aldan' };
const post = (path: string, body: object) =>
  fetch(new URL(path, server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...at, ...body }),
  });
const shown = async (path = '') => (await fetch(new URL(path, server.url))).text();

describe('what a program does', () => {
  it('says, changes, likes, removes and reads the thread', async () => {
    const said = (await (await post('/say', { person: 'Анна Седых', text: 'Яма' })).json()) as { id: string };
    await post('/edit', { id: said.id, text: 'Яма у школы' });
    await post('/like', { id: said.id, times: 40 });
    await post('/say', { person: 'Айаал', text: 'И у нас', replyTo: said.id });
    const thread = await (await fetch(new URL('/thread?network=VK&page=aldan', server.url))).json();
    expect(thread).toMatchObject({
      kind: 'COMMENT',
      messages: [
        { author: 'Анна Седых', text: 'Яма у школы', likes: 40, edited: true },
        { author: 'Айаал', replyTo: said.id },
      ],
    });
    expect(await (await post('/remove', { id: said.id })).json()).toMatchObject({ removed: true });
  });

  it.each([
    ['/say', { person: 'Анна' }, 400],
    ['/say', { text: 'Яма', person: 'Анна', page: 'mirny' }, 404],
    ['/say', { text: 'Яма', person: 'Анна', thread: '-1_404' }, 404],
    ['/edit', { id: '404', text: 'x' }, 404],
    ['/like', { id: '1', times: -3 }, 400],
    ['/fault', { kind: 'earthquake' }, 400],
    ['/account', { network: 'ICQ' }, 400],
    ['/dance', {}, 404],
  ])('%s with %j is answered %i', async (path, body, status) => {
    expect((await post(path, body)).status).toBe(status);
  });

  it('counts what people do with the post, and takes an answer that was given by hand', async () => {
    const thread = town.known('VK', 'aldan').threads[0]!.id;
    await post('/like-post', { thread, likes: 3, views: 100 });
    const said = await post('/say', { person: 'Анна', text: 'Яма' });
    const { id } = (await said.json()) as { id: string };
    await post('/say', { person: 'Администрация района', text: 'Заделаем', replyTo: id });
    expect(town.known('VK', 'aldan').thread(thread)).toMatchObject({
      likes: 3,
      views: 100,
      messages: [{ author: 'Анна' }, { author: null, text: 'Заделаем', replyTo: id }],
    });
  });

  it('lets happen what goes wrong', async () => {
    const { id } = town.known('VK', 'aldan').threads[0]!;
    expect((await post('/fault', { kind: 'close' })).status).toBe(200);
    expect(town.known('VK', 'aldan').thread(id).closed).toBe(true);
    await post('/fault', { kind: 'revoke-token' });
    expect(town.known('VK', 'aldan').simulator.world.tokenRevoked).toBe(true);
  });
});

describe('the page', () => {
  it('shows what people wrote as text, and takes a form with a photo', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...at, person: 'Анна', text: '<script>alert(1)</script>' }))
      form.set(name, value);
    form.set('photo', new File([Uint8Array.from([0xff, 0xd8, 0xff, 1])], 'яма.jpg', { type: 'image/jpeg' }));
    const answer = await fetch(new URL('/say', server.url), { method: 'POST', body: form, redirect: 'manual' });
    expect(answer.status).toBe(303);
    const page = await shown(answer.headers.get('location')!);
    expect(page).toContain('&#60;script&#62;alert(1)');
    expect(page).not.toContain('<script>alert(1)');
    const photo = /src="(\/files\/\w+)"/.exec(page)![1]!;
    const bytes = await (await fetch(new URL(photo, server.url))).arrayBuffer();
    expect([...new Uint8Array(bytes)]).toEqual([0xff, 0xd8, 0xff, 1]);
  });

  it('notifies each open page of a change', async () => {
    const events = await fetch(new URL('/events', server.url));
    const reader = events.body!.getReader();
    await reader.read();
    await post('/say', { person: 'Анна', text: 'Яма' });
    expect(Buffer.from((await reader.read()).value!).toString()).toContain('data: changed');
    await reader.cancel();
  });

  it('is for its own pages alone', async () => {
    const foreign = await fetch(server.url, { headers: { origin: 'http://example.org' } });
    expect(foreign.status).toBe(403);
  });
});
