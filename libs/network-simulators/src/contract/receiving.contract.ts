import { describe, expect } from '@jest/globals';
import { type Answer, type Captured, conversationOf, readBody, type Ref } from '@otklik/networks';
import type { Told } from '../simulator/protocol.js';
import type { House } from './bench.fixture.js';
import { contractCase, NEEDS, type Suite } from './case.fixture.js';

const HOUR = 3_600_000;
const REFUSED = [400, 401, 403, 413];
/** Letters of Sakha, a letter that is two code points, a family of seven. */
const LETTERS = 'Ҥ Ө Ү Ҕ Һ ё Ё й — «Өлүөнэ» 👨‍👩‍👧 №5';

const told = (house: House): readonly Told[] => house.bench.simulator.deliveries.told;
const raw = (house: House, { body }: Told, secret: string | undefined = house.bench.secret) =>
  house.bench.simulator.raw(house.bench.simulator.protocol.present(body, secret));
const last = (house: House) => raw(house, told(house).at(-1)!);
const accepts = (house: House, { status, body }: Answer) =>
  house.bench.simulator.protocol.law.accepts({ status, body });

const threadOf = (house: House, thread: string): Ref => ({ account: house.channel.account, kind: 'COMMENT', thread });

function permutations<T>(of: readonly T[]): T[][] {
  if (of.length <= 1) return [[...of]];
  return of.flatMap((one, at) => permutations([...of.slice(0, at), ...of.slice(at + 1)]).map((rest) => [one, ...rest]));
}

/** A message, and its changes since. */
async function tale(house: House, act: (said: Awaited<ReturnType<House['hear']>>['said']) => Promise<void>) {
  const from = told(house).length;
  const { said } = await house.hear();
  await act(said);
  await house.bench.simulator.settle();
  return told(house).slice(from);
}

async function capturedFrom(house: House, deliveries: readonly Told[]): Promise<readonly Captured[]> {
  house.inbox.clear();
  for (const one of deliveries) await house.take(raw(house, one));
  return house.captured;
}

/** What a network delivers, and what strangers send. */
export function receivingContract(suite: Suite): void {
  const theCase = contractCase.bind(undefined, suite);
  const minute = (house: House) => house.bench.simulator.advance(60_000);

  describe('receiving', () => {
    theCase('1 takes a delivery that comes five times at once, one time', [], async (house) => {
      await house.hear();
      house.inbox.clear();
      const answers = await Promise.all(Array.from({ length: 5 }, () => house.take(last(house))));
      expect(answers.map((one) => accepts(house, one))).toEqual([true, true, true, true, true]);
      expect(house.heard).toHaveLength(1);
    });

    theCase(
      '2 comes to the same state in every order of creation, edits, removal',
      [NEEDS.pushedEdits],
      async (house) => {
        const deliveries = await tale(house, async (said) => {
          await minute(house);
          house.world.edit(said, 'Яма у дома 3');
          await minute(house);
          house.world.edit(said, 'Яма у дома 4');
          await minute(house);
          house.world.remove(said);
        });
        const states = new Set<string>();
        for (const order of permutations(deliveries))
          states.add(JSON.stringify(conversationOf(await capturedFrom(house, order))));
        expect([...states]).toHaveLength(1);
        const [message] = house.heard;
        expect(message!.revisions.map(({ text }) => text).sort()).toEqual(['Яма у дома 3', 'Яма у дома 4']);
        expect(message!.removed).toBe(suite.capabilities.receive.removals === 'push');
      },
    );

    theCase('3 holds an edit until its message comes', [NEEDS.pushedEdits], async (house) => {
      const deliveries = await tale(house, (said) => Promise.resolve(house.world.edit(said, 'Яма у школы')));
      await capturedFrom(house, deliveries.slice(1));
      expect(house.conversation).toMatchObject({ messages: [], held: 1 });
      await house.take(raw(house, deliveries[0]!));
      expect(house.conversation).toMatchObject({ held: 0, messages: [{ revisions: [{ text: 'Яма у школы' }] }] });
    });

    theCase('4 keeps what was said first beside an edit', [NEEDS.anyEdits], async (house) => {
      const { said } = await house.question();
      await minute(house);
      house.world.edit(said, 'Яма у школы');
      await house.bench.simulator.settle();
      await house.catchUp();
      expect(house.heard).toMatchObject([{ original: 'Яма у дома', revisions: [{ text: 'Яма у школы' }] }]);
    });

    theCase('4 knows which of two edits was later', [NEEDS.orderedEdits], async (house) => {
      const { said } = await house.hear();
      for (const text of ['б', 'а']) {
        await minute(house);
        house.world.edit(said, text);
      }
      await house.bench.simulator.settle();
      expect(house.heard[0]!.revisions.map(({ text }) => text)).toEqual(['б', 'а']);
      expect(house.heard[0]!.unsettled).toBe(false);
    });

    theCase('4 asks how a message stands, where two edits say not which was later', [NEEDS.reread], async (house) => {
      const { said, message } = await house.hear({ kind: 'COMMENT' });
      for (const text of ['б', 'а']) house.world.edit(said, text);
      await house.bench.simulator.settle();
      expect(house.heard[0]!.unsettled).toBe(true);
      house.caughtUp.push(...(await house.reread(message.ref)));
      expect(house.heard).toMatchObject([{ unsettled: false, removed: false }]);
      expect(house.heard[0]!.revisions.at(-1)).toMatchObject({ text: 'а' });
      house.world.remove(said);
      expect(await house.reread(message.ref)).toMatchObject([{ kind: 'removed', ref: message.ref }]);
      house.world.tokenRevoked = true;
      expect(await house.reread(message.ref)).toEqual([]);
    });

    theCase('5 marks a removal at the source, the message stays', [NEEDS.removals], async (house) => {
      const { said } = await house.hear();
      house.world.remove(said);
      await house.bench.simulator.settle();
      expect(house.heard).toMatchObject([{ original: 'Яма у дома', removed: true }]);
    });

    theCase('5 marks a restoration', [NEEDS.removals, NEEDS.restores], async (house) => {
      const { said } = await house.hear();
      house.world.remove(said);
      await minute(house);
      house.world.restore(said);
      await house.bench.simulator.settle();
      expect(house.heard).toMatchObject([{ removed: false }]);
    });

    theCase(
      '6 keeps a type that it does not know, and reads a message around what it does not know',
      [],
      async (house) => {
        const { said } = await house.hear();
        house.inbox.clear();
        const { type, parts } = house.bench.simulator.protocol.odd(said);
        for (const body of [type, parts]) {
          const answer = await house.take(raw(house, { body, thread: '' }));
          expect(accepts(house, answer)).toBe(true);
        }
        expect(house.inbox.size).toBe(2);
        expect(house.captured.map(({ kind }) => kind)).toEqual(['unknown', 'message']);
        const files = house.captured.flatMap((one) => (one.kind === 'message' ? one.files : []));
        expect(files.every(({ type }) => type === 'UNKNOWN')).toBe(true);
        if (suite.capabilities.receive.files !== 'none') expect(files).toHaveLength(1);
      },
    );

    theCase('7 refuses what is malformed, cut or of a wrong type, within a second', [], async (house) => {
      await house.hear();
      const { body } = told(house).at(-1)!;
      house.inbox.clear();
      for (const broken of ['', 'null', '[]', '17', '"x"', '{', body.slice(0, -1), body.slice(0, body.length / 2)]) {
        const from = performance.now();
        const answer = await house.take(raw(house, { body: broken, thread: '' }));
        expect(REFUSED).toContain(answer.status);
        expect(performance.now() - from).toBeLessThan(1000);
      }
      const invalid = {
        ...last(house),
        body: Buffer.concat([Buffer.from(body.slice(0, -1)), Buffer.from([0xff, 0x7d])]),
      };
      expect(REFUSED).toContain((await house.take(invalid)).status);
      expect(house.inbox.size).toBe(0);
    });

    theCase('8 refuses 10 MB, a packed body and ten thousand levels before it builds anything', [], async (house) => {
      await house.hear();
      const { body } = told(house).at(-1)!;
      const large = raw(house, { body: body.slice(0, -1) + ' '.repeat(10_000_000) + '}', thread: '' });
      const deep = raw(house, {
        body: `${body.slice(0, -1)},"d":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
        thread: '',
      });
      const packed = { ...last(house), headers: { ...last(house).headers, 'content-encoding': 'gzip' } };
      house.inbox.clear();
      const before = process.memoryUsage();
      expect((await house.take(large)).status).toBe(413);
      expect((await house.take(deep)).status).toBe(400);
      expect((await house.take(packed)).status).toBe(400);
      const after = process.memoryUsage();
      expect(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers).toBeLessThan(20_000_000);
      expect(house.inbox.size).toBe(0);
    });

    theCase(
      "9 refuses a wrong, missing, empty or another district's secret; only a counter moves",
      [],
      async (house) => {
        await house.hear();
        house.inbox.clear();
        const refusedBefore = house.refused;
        const { simulator } = house.bench;
        for (const secret of [
          'wrong-secret',
          '',
          `${house.bench.secret}x`,
          house.bench.secret.slice(0, -1),
          'other-district',
        ]) {
          const { status } = await house.take(raw(house, told(house).at(-1)!, secret));
          expect([401, 403]).toContain(status);
        }
        const bare = simulator.raw(simulator.protocol.present(told(house).at(-1)!.body, undefined));
        expect([401, 403]).toContain((await house.take(bare)).status);
        expect({ kept: house.inbox.size, refused: house.refused - refusedBefore }).toEqual({ kept: 0, refused: 6 });
      },
    );

    theCase('10 takes nothing without a secret of its own, and alarms', [], async (house) => {
      await house.hear();
      house.inbox.clear();
      for (const secrets of [[], ['']]) {
        house.secrets = secrets;
        expect((await house.take(last(house))).status).toBe(403);
        expect((await house.take(raw(house, told(house).at(-1)!, ''))).status).toBe(403);
      }
      expect(house.inbox.size).toBe(0);
      expect(house.alarms).toContain('NO_SECRET');
    });

    theCase('11 takes the old and the new secret while they overlap, then the new alone', [], async (house) => {
      await house.hear();
      const with_ = async (secret: string) => (await house.take(raw(house, told(house).at(-1)!, secret))).status;
      house.secrets = [house.bench.secret, 'a-new-secret-1'];
      expect([await with_(house.bench.secret), await with_('a-new-secret-1')]).toEqual([200, 200]);
      house.secrets = ['a-new-secret-1'];
      expect([await with_(house.bench.secret), await with_('a-new-secret-1')]).toEqual([403, 200]);
    });

    theCase('12 answers a handshake to who knows the secret, as often as asked', [NEEDS.handshake], async (house) => {
      const { simulator, secret } = house.bench;
      const { right, wrong, expected } = simulator.protocol.handshake!(secret);
      for (const again of [1, 2])
        expect(await house.take(simulator.raw(right)).then(({ body }) => ({ again, body }))).toEqual({
          again,
          body: expected,
        });
      expect((await house.take(simulator.raw(wrong))).status).toBe(403);
      expect(house.inbox.size).toBe(0);
    });

    theCase('13 says 503 while the database is down, and has it once afterwards', [], async (house, { simulator }) => {
      house.isDown = true;
      house.world.write({ kind: house.heardBy });
      await simulator.settle();
      expect(house.answers.at(-1)!.status).toBe(503);
      house.isDown = false;
      await simulator.advance(2 * HOUR);
      expect(house.heard).toHaveLength(1);
    });

    theCase(
      '14 is killed between commit and answer: the redelivery changes nothing',
      [],
      async (house, { simulator }) => {
        house.kills = 1;
        house.world.write({ kind: house.heardBy });
        await simulator.advance(2 * HOUR);
        expect(house.heard).toHaveLength(1);
        expect(simulator.pending).toEqual([]);
      },
    );

    theCase(
      '15 answers each of a burst of 500 within 200 ms, all for less than a second of one core',
      [],
      async (house) => {
        await house.hear();
        const delivery = last(house);
        const took: number[] = [];
        const before = process.cpuUsage();
        for (let at = 0; at < 500; at += 1) {
          const from = performance.now();
          await house.take(delivery);
          took.push(performance.now() - from);
        }
        const { user, system } = process.cpuUsage(before);
        expect(took.sort((one, other) => one - other)[494]).toBeLessThan(200);
        expect(user + system).toBeLessThan(1_000_000);
      },
    );

    theCase('16 reads every letter, wherever the body is cut', [], async (house) => {
      const { message } = await house.hear({ text: LETTERS });
      expect(message.text).toBe(LETTERS);
      const { body } = last(house);
      for (let at = 0; at <= body.length; at += 1) {
        const whole = await readBody(packets(body.subarray(0, at), body.subarray(at)));
        expect(Buffer.compare(whole!, body)).toBe(0);
      }
    });

    theCase('17 keeps every digit of ids beyond 2^53 and below zero', [], async (house) => {
      const author = house.world.person({ id: '9007199254740995' });
      const { message, said } = await house.hear({ author });
      expect(message.author.id).toBe('9007199254740995');
      expect(message.ref.thread).toContain(said.thread.id.replace(/^-/, ''));
    });

    theCase('18 reads the time as it is, and none that cannot be', [], async (house) => {
      const { message } = await house.hear();
      const seconds = Math.floor(house.world.now / 1000);
      expect(Math.floor(Date.parse(message.at!) / 1000)).toBe(seconds);
      const { body } = told(house).at(-1)!;
      for (const [time, at] of [
        ['4102444800', '2100-01-01T00:00:00'],
        ['99999999999999', undefined],
      ] as const) {
        house.inbox.clear();
        await house.take(raw(house, { body: body.replaceAll(String(seconds), time), thread: '' }));
        const [late] = house.captured;
        expect(late?.kind === 'message' && late.at?.slice(0, 19)).toBe(at);
      }
    });

    theCase('tells the post above a comment', [NEEDS.posts], async (house) => {
      const thread = house.world.thread('COMMENT', undefined, `Ремонт улицы ${LETTERS}`);
      const said = house.world.write({ thread });
      await house.bench.simulator.settle();
      await house.catchUp();
      const comment = house.captured.find((one) => one.kind === 'message' && one.ref.id === said.id);
      // Where comments are read of topics that are named beforehand, this one is none of them.
      const { account, kind, thread: id } = comment?.kind === 'message' ? comment.ref : threadOf(house, thread.id);
      const above = { account, kind, thread: id };
      expect(await house.posts(above)).toMatchObject([{ kind: 'post', ref: above, text: `Ремонт улицы ${LETTERS}` }]);
    });

    theCase('tells of no post that is gone, and of none without a token', [NEEDS.askedPosts], async (house) => {
      const thread = house.world.thread('COMMENT', undefined, 'Ремонт');
      thread.gone = true;
      expect(await house.posts(threadOf(house, thread.id))).toEqual([]);
      thread.gone = false;
      house.world.tokenRevoked = true;
      expect(await house.posts(threadOf(house, thread.id))).toEqual([]);
    });

    theCase('tells what a person is called, of all at once', [NEEDS.askedNames], async (house) => {
      const people = ['Айталина Иванова', 'Өлүөнэ'].map((name) => house.world.person({ name }));
      const ids = people.map(({ id }) => id);
      const names = await house.channel.names!([...ids, '1'], new AbortController().signal);
      expect([...names]).toEqual(people.map(({ id, name }) => [id, name]));
      house.world.tokenRevoked = true;
      expect((await house.channel.names!(ids, new AbortController().signal)).size).toBe(0);
    });

    theCase('20 knows a program from a person', [NEEDS.machines], async (house) => {
      const author = house.world.person({ bot: true });
      const { message: machine } = await house.hear({ author });
      const { message: person } = await house.hear();
      expect([machine.machine, person.machine]).toEqual([true, false]);
    });

    theCase('22 takes an album of ten for one message', [NEEDS.files], async (house, { simulator }) => {
      const files = Array.from({ length: 10 }, () => house.world.file());
      const author = house.world.person();
      if (suite.capabilities.receive.albums === 'one-message') await house.hear({ kind: house.filesBy, author, files });
      else {
        const thread = house.world.thread(house.filesBy, author);
        for (const [at, file] of files.entries())
          house.world.write({ author, thread, album: 'a-1', files: [file], text: at === 0 ? 'Смотрите' : '' });
        await simulator.settle();
      }
      expect(house.heard).toHaveLength(1);
      expect(house.heard[0]!.files).toHaveLength(10);
    });

    theCase('44 a restart leaves the subscription, and loses nothing', [], async (house, { simulator }) => {
      await house.hear();
      await house.restart();
      expect(simulator.subscription).toBeDefined();
      house.world.write({ kind: house.heardBy });
      await simulator.settle();
      expect(house.heard).toHaveLength(2);
    });

    theCase('45 a poisoned message does not stop the thread behind it', [], async (house) => {
      const author = house.world.person();
      const { said } = await house.hear({ author });
      const body = told(house).at(-1)!.body.replace('"Яма у дома"', '{"a":[1]}').replace(`"${said.id}"`, '[]');
      await house.take(raw(house, { body, thread: '' }));
      const { message } = await house.hear({ author, thread: said.thread, text: 'И фонарь' });
      expect(message.text).toBe('И фонарь');
    });
  });
}

async function* packets(...of: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  for (const one of of) yield await Promise.resolve(one);
}
