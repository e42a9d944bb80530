import { describe, expect } from '@jest/globals';
import { measure, refKey } from '@otklik/networks';
import type { House } from './bench.fixture.js';
import { contractCase, NEEDS, type Suite } from './case.fixture.js';

const NEVER = new AbortController().signal;
const ANSWER = 'Заделаем до пятницы.';

const outcome = (house: House, key = 'reply-1/1') => house.record.outcome(key);

/** Answering: what became visible there, and what is known of it here. */
export function sendingContract(suite: Suite): void {
  const theCase = contractCase.bind(undefined, suite);
  const { capabilities } = suite;
  const isFoundOut = capabilities.reconciles || capabilities.idempotentSend;

  describe('sending', () => {
    theCase('answers where the question stands', [NEEDS.sends], async (house) => {
      const { message, said } = await house.question();
      await house.answer({ to: message.ref });
      await house.drain();
      expect(house.shown).toEqual([ANSWER]);
      expect(house.world.ours[0]).toMatchObject({ thread: said.thread });
      expect(await outcome(house)).toMatchObject({ kind: 'sent', id: house.world.ours[0]!.id });
    });

    theCase('19 takes its own echo for what it is', [NEEDS.sends, NEEDS.echoes], async (house, { simulator }) => {
      const { message } = await house.question();
      await house.answer({ to: message.ref });
      await house.drainUntilKilled();
      await simulator.settle();
      await house.restart();
      await house.drain();
      expect(house.heard).toHaveLength(1);
      const echo = house.conversation.messages.find(({ message: { author } }) => author.self);
      expect(await outcome(house)).toMatchObject({ kind: 'sent', id: echo!.message.ref.id });
    });

    theCase(
      '23 waits as it is told; its thread keeps its order, other threads go on',
      [NEEDS.sends],
      async (house, { simulator }) => {
        const one = await house.question();
        const other = await house.question();
        for (const text of ['раз', 'два']) await house.answer({ to: one.message.ref, text });
        await house.answer({ to: other.message.ref, text: 'три' });
        simulator.api.faults.push('flood');
        await house.dispatcher.step(NEVER);
        expect(house.shown).not.toContain('раз');
        await house.drain();
        expect(house.shown.filter((text) => text !== 'три')).toEqual(['раз', 'два']);
        expect(house.shown).toContain('три');
      },
    );

    theCase(
      '24 waits longer each time that it is told nothing, and alarms',
      [NEEDS.sends],
      async (house, { simulator }) => {
        const { message } = await house.question();
        await house.answer({ to: message.ref });
        simulator.api.faults.push(...Array<'silent-flood'>(6).fill('silent-flood'));
        const from = house.world.now;
        await house.drain(48 * 3600, 10);
        expect(house.shown).toEqual([ANSWER]);
        expect(house.world.now - from).toBeGreaterThan(50_000);
        expect(house.alarms).toEqual(['FAILING']);
      },
    );

    theCase('25 tries again what never left', [NEEDS.sends], async (house, { simulator }) => {
      const { message } = await house.question();
      await house.answer({ to: message.ref });
      await simulator.api.down();
      await house.dispatcher.step(NEVER);
      expect(house.dispatcher.waiting).toBe(1);
      await simulator.api.up();
      await house.drain();
      expect(house.shown).toEqual([ANSWER]);
    });

    theCase('25 tries again after an error of the server', [NEEDS.sends], async (house, { simulator }) => {
      const { message } = await house.question();
      await house.answer({ to: message.ref });
      simulator.api.faults.push('server-error');
      await house.drain();
      expect(house.shown).toEqual([ANSWER]);
    });

    for (const fault of ['silent-after-effect', 'reset-after-effect', 'reset-before-effect'] as const)
      theCase(
        `26 finds out what became of it, or a person does: ${fault}`,
        [NEEDS.sends],
        async (house, { simulator }) => {
          const { message } = await house.question();
          await house.answer({ to: message.ref });
          simulator.api.faults.push(fault);
          await house.drain();
          if (isFoundOut) {
            expect(house.shown).toEqual([ANSWER]);
            expect(await outcome(house)).toMatchObject({ kind: 'sent', id: house.world.ours[0]!.id });
            return;
          }
          expect(house.alarms).toEqual(['OUTCOME_UNKNOWN']);
          expect(house.shown).toEqual(fault === 'reset-before-effect' ? [] : [ANSWER]);
          await house.dispatcher.decide('reply-1/1', fault === 'reset-before-effect' ? 'REPEAT' : 'STANDS');
          await house.drain();
          expect(house.shown).toEqual([ANSWER]);
        },
      );

    theCase(
      '27 is killed between sending and commit: shown once where that can be found out, else counted',
      [NEEDS.sends],
      async (house) => {
        const { message } = await house.question();
        await house.answer({ to: message.ref });
        await house.drainUntilKilled();
        expect(house.shown).toEqual([ANSWER]);
        await house.restart();
        await house.drain();
        if (isFoundOut) return expect(house.shown).toEqual([ANSWER]);
        expect(house.alarms).toEqual(['OUTCOME_UNKNOWN']);
        await house.dispatcher.decide('reply-1/1', 'REPEAT');
        await house.drain();
        expect({ shown: house.shown, repeated: house.dispatcher.repeated }).toEqual({
          shown: [ANSWER, ANSWER],
          repeated: 1,
        });
      },
    );

    theCase(
      '28 keeps its queue while the token is revoked, alarms once, goes on in order',
      [NEEDS.sends],
      async (house) => {
        const { message } = await house.question();
        for (const text of ['раз', 'два', 'три']) await house.answer({ to: message.ref, text });
        await house.dispatcher.step(NEVER);
        house.world.tokenRevoked = true;
        await house.drain();
        expect({ alarms: house.alarms, waiting: house.dispatcher.waiting }).toEqual({ alarms: ['TOKEN'], waiting: 2 });
        house.world.tokenRevoked = false;
        house.dispatcher.resume();
        await house.drain();
        expect(house.shown).toEqual(['раз', 'два', 'три']);
      },
    );

    theCase('29 keeps its queue while the right to write is lost', [NEEDS.sends], async (house) => {
      const { message } = await house.question();
      await house.answer({ to: message.ref });
      house.world.rightsLost = true;
      await house.drain();
      expect(house.alarms).toEqual(['RIGHTS']);
      expect(await house.channel.ensure(NEVER)).toContainEqual({ kind: 'health', problem: 'RIGHTS', repaired: false });
      house.world.rightsLost = false;
      house.dispatcher.resume();
      await house.drain();
      expect(house.shown).toEqual([ANSWER]);
    });

    theCase('30 is refused in a closed thread', [NEEDS.sends, NEEDS.closing], async (house) => {
      const { message, said } = await house.question();
      said.thread.closed = true;
      await house.answer({ to: message.ref });
      await house.drain();
      expect(await outcome(house)).toEqual({ kind: 'rejected', why: 'THREAD_CLOSED' });
    });

    theCase('30 is refused where the thread is gone', [NEEDS.sends], async (house) => {
      const { message, said } = await house.question();
      said.thread.gone = true;
      await house.answer({ to: message.ref });
      await house.drain();
      expect(await outcome(house)).toEqual({ kind: 'rejected', why: 'TARGET_GONE' });
      expect(house.shown).toEqual([]);
    });

    theCase(
      '31 is refused by who blocked us, tries no more, and hears when it is allowed',
      [NEEDS.reachability],
      async (house, { simulator }) => {
        const author = house.world.person();
        const { message } = await house.hear({ kind: 'DIRECT', author });
        house.world.allow(author, false);
        await simulator.settle();
        await house.answer({ to: message.ref });
        await house.drain();
        expect(await outcome(house)).toEqual({ kind: 'rejected', why: 'BLOCKED' });
        await simulator.advance(1000);
        house.world.allow(author, true);
        await simulator.settle();
        const said = house.captured.filter((one) => one.kind === 'reachability');
        expect(said).toMatchObject([
          { kind: 'reachability', author: message.author.id, allowed: false },
          { kind: 'reachability', author: message.author.id, allowed: true },
        ]);
      },
    );

    theCase(
      '32 refuses before it sends when the time to reply is over',
      [NEEDS.window],
      async (house, { simulator }) => {
        const { message } = await house.hear({ kind: 'DIRECT' });
        await simulator.advance((capabilities.replyWindowHours! + 1) * 3_600_000);
        const asked = simulator.api.asked.length;
        await house.answer({ to: message.ref, lastHeard: message.at! });
        await house.drain();
        expect(await outcome(house)).toEqual({ kind: 'rejected', why: 'WINDOW_CLOSED' });
        expect(simulator.api.asked).toHaveLength(asked);
      },
    );

    theCase(
      '33 sends a long answer in parts, and goes on at the part that failed',
      [NEEDS.sends],
      async (house, { simulator }) => {
        const { message } = await house.question();
        const text = `${'Работы начнутся после схода снега. '.repeat(272)}https://aldan.example/plan`;
        await house.answer({ to: message.ref, text });
        const parts = house.dispatcher.waiting;
        expect(parts).toBeGreaterThan(1);
        await house.dispatcher.step(NEVER);
        simulator.api.faults.push('server-error');
        await house.drain(300);
        expect(house.shown.map((one) => one.split('\n')[0])).toEqual(house.shown.map((_, at) => `${at + 1}/${parts}`));
        const bare = house.shown.map((one) => one.slice(one.indexOf('\n') + 1)).join(' ');
        expect(bare.replaceAll(/\s+/g, ' ')).toBe(text.trim());
      },
    );

    theCase(
      "34 counts in the network's own unit: the limit is one part, one more is two",
      [NEEDS.sends],
      async (house) => {
        const { message } = await house.question();
        const { max, unit } = message.ref.kind === 'COMMENT' ? capabilities.commentText : capabilities.text;
        const family = 'а 👨‍👩‍👧 ';
        const families = family.repeat(max / measure(family, unit) / 2);
        const fits = families + 'x'.repeat(max - measure(families, unit));
        expect(measure(fits, unit)).toBe(max);
        await house.answer({ to: message.ref, text: fits });
        await house.drain();
        expect(house.shown).toEqual([fits]);
        await house.answer({ to: message.ref, text: `${fits}x` });
        await house.drain();
        expect(house.shown).toHaveLength(3);
      },
    );

    theCase('35 shows what markup would eat', [NEEDS.sends], async (house) => {
      const text = '<b>2 & 3</b> _не_ *дом* [ссылка](https://a.example) `код` &lt; @all #1';
      const { message } = await house.question();
      await house.answer({ to: message.ref, text });
      await house.drain();
      expect(house.shown).toEqual([text]);
    });

    theCase("36 does not take a proxy's page for an answer", [NEEDS.sends], async (house, { simulator }) => {
      const { message } = await house.question();
      simulator.api.faults.push('page-of-a-proxy');
      const answer = await house.channel.send({ key: 'k/1', to: message.ref, text: ANSWER, number: 1, of: 1 }, NEVER);
      expect(answer.kind).not.toBe('sent');
      expect(house.shown).toEqual([]);
    });

    theCase('37 reads the outcome for its recipient out of several', [NEEDS.perRecipient], async (house) => {
      const author = house.world.person();
      const { message } = await house.hear({ kind: 'DIRECT', author });
      author.blocked = true;
      await house.answer({ to: message.ref });
      await house.drain();
      expect(await outcome(house)).toEqual({ kind: 'rejected', why: 'BLOCKED' });
    });

    theCase('38 of two workers over one queue one sends', [NEEDS.sends], async (house) => {
      const { message } = await house.question();
      const workers = [house.worker(), house.worker()];
      const reply = { key: 'reply-1', to: message.ref, text: ANSWER };
      await Promise.all(workers.map((one) => one.enqueue(reply)));
      await Promise.all(workers.map((one) => one.step(NEVER)));
      await Promise.all(workers.map((one) => one.step(NEVER)));
      expect(house.shown).toEqual([ANSWER]);
    });

    theCase('38 of two workers one sends all parts of a reply, in order', [NEEDS.sends], async (house) => {
      const { message } = await house.question();
      const workers = [house.worker(), house.worker()];
      const reply = { key: 'reply-1', to: message.ref, text: 'Слово за словом, и ещё. '.repeat(500) };
      for (const one of workers) await one.enqueue(reply);
      const parts = workers[0]!.waiting;
      for (let step = 0; step < parts * 2; step += 1) await Promise.all(workers.map((one) => one.step(NEVER)));
      expect(house.shown.map((text) => text.split('\n')[0])).toEqual(
        Array.from({ length: parts }, (_, at) => `${at + 1}/${parts}`),
      );
    });

    theCase('27 goes on with the parts behind the one that was killed', [NEEDS.sends], async (house) => {
      const { message } = await house.question();
      const reply = { key: 'reply-1', to: message.ref, text: 'Слово за словом, и ещё. '.repeat(500) };
      await house.dispatcher.enqueue(reply);
      const parts = house.dispatcher.waiting;
      await house.drainUntilKilled();
      await house.restart();
      await house.dispatcher.enqueue(reply);
      expect(house.dispatcher.waiting).toBe(parts);
      await house.drain();
      if (!isFoundOut) {
        expect(house.alarms).toEqual(['OUTCOME_UNKNOWN']);
        await house.dispatcher.decide('reply-1/1', 'STANDS');
        await house.drain();
      }
      expect(house.shown.map((text) => text.split('\n')[0])).toEqual(
        Array.from({ length: parts }, (_, at) => `${at + 1}/${parts}`),
      );
    });

    const FILE = {
      name: 'График работ.pdf',
      caption: 'Приложение: график работ',
      mediaType: 'application/pdf',
      bytes: Buffer.from('%PDF-1.4 график'),
    };

    theCase(
      'sends a file of the answer where the question stands, after its text',
      [NEEDS.sendsFiles],
      async (house) => {
        const one = await house.hear({ kind: house.filesGo });
        await house.hear({ kind: house.filesGo });
        await house.answer({ to: one.message.ref, files: [FILE] });
        await house.drain();
        const [text, sent, ...more] = house.world.ours;
        expect(more).toEqual([]);
        expect(text).toMatchObject({ text: ANSWER, files: [], thread: one.said.thread });
        expect(sent).toMatchObject({ text: FILE.caption, thread: one.said.thread, files: [{ name: FILE.name }] });
        expect(Buffer.from(sent!.files[0]!.bytes)).toEqual(FILE.bytes);
        expect(await outcome(house, 'reply-1/2')).toMatchObject({ kind: 'sent', id: sent!.id });
      },
    );

    theCase(
      '26 finds out what became of a file, or a person does',
      [NEEDS.sendsFiles],
      async (house, { simulator }) => {
        const { message } = await house.hear({ kind: house.filesGo });
        await house.answer({ to: message.ref, files: [FILE] });
        await house.dispatcher.step(NEVER);
        simulator.api.faults.push('reset-after-effect');
        await house.drain();
        expect(house.shown).toEqual([ANSWER, FILE.caption]);
        if (!isFoundOut) return expect(house.alarms).toEqual(['OUTCOME_UNKNOWN']);
        expect(await outcome(house, 'reply-1/2')).toMatchObject({ kind: 'sent', id: house.world.ours[1]!.id });
      },
    );

    theCase('takes no file where the network takes none', [NEEDS.lacksFiles], async (house) => {
      const kind = capabilities.send.files === 'direct' ? 'COMMENT' : 'DIRECT';
      const { account, thread } = { account: house.channel.account, thread: '1' };
      await expect(house.answer({ to: { account, kind, thread }, files: [FILE] })).rejects.toThrow(RangeError);
      expect(house.dispatcher.waiting).toBe(0);
    });

    theCase('41 follows a thread that moved', [NEEDS.sends, NEEDS.moving], async (house, { simulator }) => {
      const { message, said } = await house.question();
      house.world.move(said.thread, '-1002000300040');
      await simulator.settle();
      await house.answer({ to: message.ref });
      await house.drain();
      expect(house.shown).toEqual([ANSWER]);
      expect(await outcome(house)).toMatchObject({ kind: 'sent', movedTo: '-1002000300040' });
      const moved = house.captured.find((one) => one.kind === 'moved');
      expect(moved?.kind === 'moved' && refKey(moved.to)).toContain('-1002000300040');
    });
  });
}
