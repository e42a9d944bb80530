import { useEffect, useState } from 'react';
import type { Commands } from '../../frame/use-outbox.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import type { Command } from '../../frame/outbox.js';
import { Button } from '../../parts/button.js';
import { undoable } from '../../frame/queue/acted-rows.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { t } from '../../words/words.js';
import { beforeOfSameKey, madeByOneKey, type Made } from './made-by-one-key.js';
import type { ModerationRow } from './moderation.js';
import { takeBackDecision } from '../../acts/message.js';
import { UNDO_MS } from '../../acts/undo-time.js';
import { takeBackMany } from './moderation.queries.js';

const TICK_MS = 1_000;

/** A decision can be undone for ten seconds; one that has not left yet is not sent at all. */
export function Undo({ commands, queue }: { readonly commands: Commands; readonly queue: Queue<ModerationRow> }) {
  const { code: district } = useDistrict();
  const now = useNow();
  const last = undoable(commands.all, now, UNDO_MS);
  const waiting = commands.all.findLast(({ state }) => state.is === 'WAITING');
  const before = waiting && beforeOfSameKey(commands.all, waiting);
  // What is on its way can be undone when its result is there, and nothing before it; so can what a key has done by half.
  const isHalfWay = before !== undefined && before.state.is !== 'WAITING';
  const cancellable = isHalfWay ? undefined : waiting;
  const sending = cancellable ? undefined : (waiting ?? commands.all.find(({ state }) => state.is === 'SENDING'));
  const command = cancellable ?? last;
  if (sending)
    return (
      <p className="mod-undo" role="status">
        {t('moderation.sending', { number: sending.label, done: sending.done })}
      </p>
    );
  if (!command) return <p className="mod-undo muted">{t('moderation.afterwards')}</p>;
  const undo = (): void => {
    if (cancellable) for (const one of [cancellable, ...(before ? [before] : [])]) commands.cancel(one.key);
    else takeItBack(commands, district, command, madeByOneKey(commands.all, command));
    queue.open(command.item);
  };
  return (
    <div className="mod-undo">
      <Button keys="KeyZ" onPress={undo}>
        {t('moderation.undo', { number: command.label, done: command.done })}
      </Button>
    </div>
  );
}

function takeItBack(commands: Commands, district: string, { item, label }: Command, made: readonly Made[]): void {
  const reason = t('moderation.undoReason');
  const items = made.map(({ id, version }) => ({ id, expectedVersion: version }));
  const common = { item, label, undoes: true };
  const [only] = items;
  if (only && items.length === 1) {
    const input = (key: string) =>
      takeBackDecision.inputOf({ district, key, ...only }, { scope: made[0]!, filled: { reason } });
    const { document } = takeBackDecision;
    void commands.put({
      ...common,
      done: t('moderation.doneUndo'),
      document,
      variables: (key) => ({ input: input(key) }),
    });
    return;
  }
  const keyed = items.map((one) => ({ ...one, key: newKey() }));
  const done = t('moderation.doneUndoMany', { count: items.length });
  const variables = () => ({ input: { district, reason, items: keyed } });
  void commands.put({ ...common, done, document: takeBackMany, variables });
}

/** Milliseconds since 1970, updated each second. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
