import { describe, expect, it } from '@jest/globals';
import { Outbox, type NewCommand, type Reply } from './outbox.js';
import { faultAt, type Failure } from './failure.js';

const command = (key: string): NewCommand => ({
  key,
  list: 'moderation',
  item: `item-${key}`,
  label: 'С-1',
  done: 'принято',
  document: 'mutation',
  variables: { input: { key } },
});
const changed: Reply = { is: 'ANSWERED', data: { takeUpMessage: { __typename: 'Change', version: 3 } } };
const refused: Reply = {
  is: 'ANSWERED',
  data: { takeUpMessage: { __typename: 'Refusal', code: 'VERSION_CONFLICT', message: 'Изменили раньше.' } },
};

/** A server that answers what `replies` says, in turn, and a clock that runs the retries by hand. */
function world(replies: Reply[], saved: string | null = null) {
  const sent: string[] = [];
  const retries: { readonly after: number; readonly run: () => void }[] = [];
  const store = { saved };
  const outbox = new Outbox({
    send: (_, variables) => {
      sent.push((variables['input'] as { key: string }).key);
      return Promise.resolve(replies.shift() ?? changed);
    },
    now: () => 1_000,
    later: (after, run) => retries.push({ after, run }),
    load: () => store.saved,
    save: (commands) => (store.saved = commands),
  });
  return { outbox, sent, retries, store };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const states = (outbox: Outbox) => outbox.commands.map((one) => one.state.is);

describe('outbox', () => {
  it('sends acts in their order and keeps one result for each', async () => {
    const { outbox, sent } = world([changed, refused, changed]);
    for (const key of ['a', 'b', 'c']) outbox.put(command(key));
    await settled();
    expect(sent).toEqual(['a', 'b', 'c']);
    expect(states(outbox)).toEqual(['DONE', 'FAILED', 'DONE']);
    expect(outbox.commands[1]?.state).toMatchObject({ code: 'VERSION_CONFLICT', message: 'Изменили раньше.' });
  });

  it('keeps an act without connection and repeats it with the same key', async () => {
    const { outbox, sent, retries } = world([{ is: 'NO_CONNECTION' }, changed]);
    outbox.put(command('a'));
    await settled();
    expect(outbox.commands[0]?.state).toEqual({ is: 'WAITING', offline: true });
    retries[0]?.run();
    await settled();
    expect(sent).toEqual(['a', 'a']);
    expect(states(outbox)).toEqual(['DONE']);
  });

  it('waits longer after each attempt that found no connection', async () => {
    const { outbox, retries } = world(Array.from({ length: 3 }, () => ({ is: 'NO_CONNECTION' }) as const));
    outbox.put(command('a'));
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await settled();
      retries.at(-1)?.run();
    }
    await settled();
    expect(retries.map((retry) => retry.after)).toEqual([1_000, 2_000, 5_000]);
  });

  it('does not pass an act that waits', async () => {
    const { outbox, sent } = world([{ is: 'ERROR', code: 'UNAVAILABLE', message: 'Позже.' }]);
    outbox.put(command('a'));
    outbox.put(command('b'));
    await settled();
    expect(sent).toEqual(['a']);
    expect(states(outbox)).toEqual(['WAITING', 'WAITING']);
  });

  it('sends again after a reload what was not answered', async () => {
    const before = world([{ is: 'NO_CONNECTION' }]);
    before.outbox.put(command('a'));
    await settled();
    const after = world([changed], before.store.saved);
    await settled();
    expect(after.sent).toEqual(['a']);
    expect(states(after.outbox)).toEqual(['DONE']);
  });

  it('fails the act whose error says that the act itself is wrong, and goes on', async () => {
    const { outbox } = world([{ is: 'ERROR', code: 'FORBIDDEN', message: 'Нет права.' }, changed]);
    outbox.put(command('a'));
    outbox.put(command('b'));
    await settled();
    expect(states(outbox)).toEqual(['FAILED', 'DONE']);
  });

  it('takes back an act that waits, and none that was answered', async () => {
    const { outbox, sent } = world([{ is: 'NO_CONNECTION' }]);
    outbox.put(command('a'));
    outbox.put(command('b'));
    await settled();
    expect(outbox.cancel('b')).toBe(true);
    await outbox.flush();
    expect(sent).toEqual(['a', 'a']);
    expect(outbox.cancel('a')).toBe(false);
  });

  it('saves no finished act', async () => {
    const { outbox, store } = world([changed]);
    outbox.put(command('a'));
    await settled();
    expect(store.saved).toBe('[]');
  });

  it('says what became of an act to who did it, and to no one after a reload', async () => {
    const { outbox, store } = world([changed, refused, { is: 'NO_CONNECTION' }]);
    expect(await outbox.put(command('a'))).toMatchObject({ is: 'DONE', version: 3 });
    expect(await outbox.put(command('b'))).toMatchObject({ is: 'FAILED', code: 'VERSION_CONFLICT' });
    const third = outbox.put(command('c'));
    await settled();
    const after = world([refused], store.saved);
    await settled();
    expect(after.outbox.commands).toMatchObject([{ key: 'c', isRestored: true, state: { is: 'FAILED' } }]);
    outbox.cancel('c');
    expect(await third).toEqual({ is: 'CANCELLED' });
  });

  it('keeps the answer for each item of a mutation of many', async () => {
    const items = [
      { id: 'x', result: { __typename: 'Change', version: 2 } },
      { id: 'y', result: { __typename: 'Refusal', code: 'VERSION_CONFLICT', message: 'Изменили раньше.' } },
    ];
    const { outbox } = world([{ is: 'ANSWERED', data: { assignExecutors: items } }]);
    expect(await outbox.put(command('a'))).toMatchObject({ is: 'DONE', data: items });
  });

  it('keeps every fault of an input that was refused, at its field', async () => {
    const faults = [
      { message: 'Заполните это поле.', path: ['input', 'text'] },
      { message: 'Число должно быть от 1 до 5.', path: ['input', 'score'] },
    ];
    const data = { rate: { __typename: 'Refusal', code: 'TEXT_EMPTY', ...faults[0], faults } };
    const end = await world([{ is: 'ANSWERED', data }]).outbox.put(command('a'));
    expect(end).toMatchObject({ is: 'FAILED', code: 'TEXT_EMPTY', field: 'input.text' });
    expect(faultAt(end as Failure & typeof end, 'input.score')).toBe('Число должно быть от 1 до 5.');
    expect(faultAt(end as Failure & typeof end, 'input.comment')).toBe('');
  });

  it('takes an act again with the same key for the same act', async () => {
    const { outbox, sent } = world([refused, changed]);
    await outbox.put(command('a'));
    expect(await outbox.put(command('a'))).toMatchObject({ is: 'DONE' });
    expect(sent).toEqual(['a', 'a']);
    expect(outbox.commands).toHaveLength(1);
  });

  it('names the field that is wrong', async () => {
    const wrong = { is: 'ERROR', code: 'BAD_INPUT', message: 'Слишком длинно.', field: 'input.text' } as const;
    const { outbox } = world([wrong]);
    expect(await outbox.put(command('a'))).toMatchObject({ is: 'FAILED', code: 'BAD_INPUT', field: 'input.text' });
  });
});
