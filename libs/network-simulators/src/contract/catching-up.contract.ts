import { describe, expect } from '@jest/globals';
import { FileUnavailable, refKey } from '@otklik/networks';
import type { FileFate } from '../simulator/world.js';
import { House } from './bench.fixture.js';
import { contractCase, NEEDS, type Suite } from './case.fixture.js';

const HOUR = 3_600_000;
const NEVER = new AbortController().signal;

/** What was missed, files, several accounts, and what may not leak. */
export function catchingUpContract(suite: Suite): void {
  const theCase = contractCase.bind(undefined, suite);

  describe('catching up', () => {
    theCase(
      '21 keeps a message whose file cannot be had, and fetches nothing from elsewhere',
      [NEEDS.files],
      async (house) => {
        const fates: readonly FileFate[] = ['gone', 'forbidden', 'slow', 'page', 'redirect'];
        for (const fate of fates) {
          const { message } = await house.hear({ kind: house.filesBy, files: [house.world.file({ fate })] });
          await expect(bytesOf(house, message.files[0]!.id)).rejects.toThrow(FileUnavailable);
        }
        const { message } = await house.hear({ kind: house.filesBy, files: [house.world.file()] });
        expect((await bytesOf(house, message.files[0]!.id)).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
        for (const address of ['http://169.254.169.254/latest', 'https://127.0.0.1/files/f1', 'file:///etc/passwd', ''])
          await expect(bytesOf(house, address)).rejects.toThrow(FileUnavailable);
      },
    );

    theCase(
      '39 loses nothing and takes nothing twice after nine hours of silence',
      [NEEDS.catchUp],
      async (house, { simulator }) => {
        await house.hear();
        await house.catchUp();
        const kind = house.heardBy;
        simulator.listen(() => Promise.reject(new Error('no listener')));
        for (let hour = 0; hour < 9; hour += 1) {
          house.world.write({ kind, text: `Час ${hour}` });
          await simulator.advance(HOUR);
        }
        simulator.listen((delivery) => house.take(delivery));
        await house.catchUp();
        await house.channel.ensure(NEVER);
        await simulator.advance(HOUR);
        await house.catchUp();
        expect(simulator.subscription).toBeDefined();
        const texts = house.heard.map(({ original }) => original);
        expect(texts).toEqual(['Яма у дома', ...Array.from({ length: 9 }, (_, hour) => `Час ${hour}`)]);
      },
    );

    theCase('39 repairs a subscription that is gone, and says so', [], async (house, { simulator }) => {
      simulator.subscription = undefined;
      const [problem] = await house.channel.ensure(NEVER);
      expect(problem).toEqual({ kind: 'health', problem: 'SUBSCRIPTION', repaired: true });
      expect(simulator.subscription).toBeDefined();
      expect(await house.channel.ensure(NEVER)).toEqual([]);
    });

    theCase('40 knows a message again that came and is caught up', [NEEDS.catchUp], async (house) => {
      await house.hear();
      await house.hear({ text: 'И фонарь' });
      await house.catchUp();
      await house.catchUp();
      expect(house.heard.map(({ original }) => original)).toEqual(['Яма у дома', 'И фонарь']);
    });

    theCase('42 keeps two accounts in one network apart', [], async (house, bench) => {
      const { message } = await house.hear();
      const other = new House(bench, ['secret-of-another-account'], {
        account: 'other',
        secret: 'secret-of-another-account',
      });
      const delivery = bench.simulator.raw(
        bench.simulator.protocol.present(bench.simulator.deliveries.told.at(-1)!.body, bench.secret),
      );
      expect((await other.take(delivery)).status).toBe(403);
      expect(other.inbox.size).toBe(0);
      const [type, body] = [...house.inbox.values()].map((one) => [one.type, one.body] as const)[0]!;
      const seen = other.channel.decode(type, body)[0];
      expect(seen?.kind === 'message' && seen.ref.account).toBe('other');
      expect(message.ref.account).not.toBe('other');
    });

    theCase(
      '43 shows no token and no secret in what it answers or throws',
      [NEEDS.sends],
      async (house, { simulator, canaries }) => {
        const { message } = await house.question();
        const seen: unknown[] = [];
        const note = async (what: Promise<unknown>) => {
          seen.push(
            await what.catch((error: Error) => [error.message, error.stack, String(error.cause), { ...error }]),
          );
        };
        const part = { key: 'k/1', to: message.ref, text: 'Ответ', number: 1, of: 1 };
        const abort = AbortSignal.timeout(1);
        house.world.tokenRevoked = true;
        await note(house.channel.send(part, NEVER));
        await note(house.channel.ensure(NEVER));
        house.world.tokenRevoked = false;
        await simulator.api.down();
        await note(house.channel.send(part, NEVER));
        await note(house.channel.send(part, abort));
        await note(house.channel.reconcile({ ...part, since: message.at! }, NEVER));
        await note(house.channel.ensure(NEVER));
        await note(house.channel.openFile('https://127.0.0.1/x', NEVER));
        await note(house.channel.counters([message.ref], NEVER));
        await note(house.catchUp());
        seen.push(house.answers, house.captured, house.alarms);
        const text = JSON.stringify(seen);
        for (const canary of canaries) expect(text).not.toContain(canary);
      },
    );

    theCase('counts what people do with a message, and says when it does not know', [NEEDS.counters], async (house) => {
      const { message, said } = await house.hear();
      said.likes = 7;
      const [sample] = await house.channel.counters([message.ref], NEVER);
      expect(sample).toMatchObject({ metric: 'LIKES', value: 7, quality: 'exact' });
      const [missing] = await house.channel.counters([{ ...message.ref, id: '987654' }], NEVER);
      expect(missing).toMatchObject({ value: null, quality: 'missing' });
    });

    theCase(
      'tells that people liked a message or its post, and nothing of who did',
      [NEEDS.reactions],
      async (house) => {
        const { message, said } = await house.hear();
        const { id: _id, ...post } = message.ref;
        house.world.like(said, 3);
        house.world.like(said.thread, 2);
        await house.bench.simulator.settle();
        await house.drain();
        expect(house.captured.filter(({ kind }) => kind === 'reacted')).toEqual([
          { kind: 'reacted', ref: message.ref },
          { kind: 'reacted', ref: post },
        ]);
      },
    );

    theCase('counts what a post got, and says when it does not know', [NEEDS.askedPostCounters], async (house) => {
      const { message, said } = await house.question();
      said.thread.views = 40;
      const { account, kind, thread } = message.ref;
      const samples = await house.channel.counters([{ account, kind, thread }], NEVER);
      expect(samples.map(({ metric }) => metric)).toEqual(suite.capabilities.counters.ofPosts);
      expect(samples).toContainEqual(expect.objectContaining({ metric: 'VIEWS', value: 40, quality: 'exact' }));
      const [missing] = await house.channel.counters([{ account, kind, thread: `${thread}9` }], NEVER);
      expect(missing).toMatchObject({ value: null, quality: 'missing' });
    });

    theCase(
      'hears what a post got, by the message that it was published as, which is told with its comments',
      [NEEDS.toldPostCounters],
      async (house) => {
        const [thread, other] = ['Ремонт улицы', 'Каток'].map((title) =>
          house.world.thread('COMMENT', undefined, title),
        );
        for (const one of [thread!, other!]) await house.hear({ thread: one });
        for (const likes of [3, 2]) house.world.like(thread!, likes);
        await house.bench.simulator.settle();
        const posts = house.captured.filter((one) => one.kind === 'post');
        const counted = house.captured.filter((one) => one.kind === 'counted');
        const [metric] = suite.capabilities.counters.ofPosts;
        expect(counted.map(({ samples }) => samples)).toMatchObject([[{ metric, value: 3 }], [{ metric, value: 5 }]]);
        expect(posts.map(({ origin }) => origin && refKey(origin) === refKey(counted[1]!.ref))).toEqual([true, false]);
      },
    );
  });
}

async function bytesOf(house: House, id: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await house.channel.openFile(id, NEVER)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
