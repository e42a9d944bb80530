import { useState } from 'react';
import { useAsOpened } from '../frame/as-opened.js';
import { useSender } from '../frame/command.js';
import { useDistrict } from '../frame/district.js';
import { newKey } from '../frame/new-key.js';
import { useUndo, type Undoable } from './use-undo.js';
import type { Act, Changed, Item, Target } from './act.js';
import type { Versioned } from './dialogs/changes-behind.js';

interface Done extends Changed {
  readonly version: number;
}

export interface ActsOnOptions<Scope> {
  readonly scope: Scope;
  /** What the official looks at while an act is filled in: it is said when that changes. */
  readonly about: (scope: Scope) => Versioned;
  readonly onChanged: (consistencyToken: string) => void;
  /** The act whose dialog is open from the beginning. */
  readonly begins?: string | undefined;
}

/**
 * Does acts on what is on the screen, one at a time on each thing that they change. While one is opened, everything stays as the
 * official saw it; an act that was refused stays opened, with what was typed and the refusal.
 */
export function useActsOn<Scope>({ scope, about, onChanged, begins }: ActsOnOptions<Scope>) {
  const { code: district } = useDistrict();
  const { send, stateOf, problem, forget } = useSender();
  const [opened, setOpened] = useState(begins);
  const { held, renew } = useAsOpened(scope, opened !== undefined, about);
  const undoing = useUndo();
  const open = (act: string | undefined): void => {
    forget();
    setOpened(act);
  };
  /** On what is held, or on what a form of the screen was begun with. Answers whether it was done. */
  const perform = async <Filled, One extends Item>(
    act: Act<Scope, Filled, One>,
    filled: Filled,
    one?: One,
    seen: Scope = held,
  ): Promise<boolean> => {
    const subject = act.of(seen);
    if (!subject) return false;
    const target: Target = { district, id: subject.id, key: newKey(), expectedVersion: subject.version };
    const input = act.inputOf(target, { scope: seen, filled, one });
    const change = (await send(act.document, { input }, subject.id)) as Done | undefined;
    if (!change) return false;
    undoing.offer(act.undo(seen, one, filled), { ...change, id: subject.id, done: act.words(seen, one) });
    // Another one that was opened meanwhile stays.
    setOpened((now) => (now === opened ? undefined : now));
    onChanged(change.consistencyToken);
    return true;
  };
  const undo = async ({ id, version: expectedVersion, inverse }: Undoable): Promise<void> => {
    undoing.forget();
    const { also = [], ...own } = inverse;
    for (const { act, fields, ...on } of [...also, { ...own, id, version: expectedVersion }]) {
      const input = { district, id: on.id, key: newKey(), expectedVersion: on.version, ...fields };
      const change = (await send(act.document, { input }, on.id)) as Changed | undefined;
      if (!change) return;
      onChanged(change.consistencyToken);
    }
  };
  /** Of the commands on what this act changes. */
  const stateOn = (act: Pick<Act<Scope>, 'of'>) => stateOf(act.of(held)?.id);
  return {
    held,
    renew,
    problem,
    opened,
    open,
    close: () => open(undefined),
    perform,
    stateOn,
    undo,
    undoable: undoing.last,
  };
}
