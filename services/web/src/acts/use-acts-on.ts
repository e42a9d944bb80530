import { useRef, useState } from 'react';
import { useAsOpened } from '../frame/as-opened.js';
import { useSend, type CommandState } from '../frame/command.js';
import { useDistrict } from '../frame/district.js';
import type { Failure } from '../frame/failure.js';
import { newKey } from '../frame/new-key.js';
import type { Act, Changed, Item, Target } from './act.js';
import type { Versioned } from './dialogs/changes-behind.js';

export interface ActsOnOptions<Scope> {
  readonly scope: Scope;
  /** What the official looks at while an act is filled in: it is said when that changes. */
  readonly about: (scope: Scope) => Versioned;
  readonly onChanged: (consistencyToken: string) => void;
}

/**
 * Does acts on what is on the screen, one at a time. While one is opened, everything stays as the official saw it; an act that was
 * refused stays opened, with what was typed and the refusal; one that waits for the connection is in the outbox and closes
 * until it has its end.
 */
export function useActsOn<Scope>({ scope, about, onChanged }: ActsOnOptions<Scope>) {
  const send = useSend();
  const { code: district } = useDistrict();
  const [chosen, setChosen] = useState<string>();
  const [state, setState] = useState<CommandState>('idle');
  const [problem, setProblem] = useState<Failure>();
  const running = useRef(false);
  const { held, renew } = useAsOpened(scope, chosen !== undefined, about);
  const open = (act: string | undefined): void => {
    setProblem(undefined);
    setChosen(act);
  };
  /** On what is held, or on what a form of the screen was begun with. Answers whether it was done. */
  const perform = async <Filled, One extends Item>(
    act: Act<Scope, Filled, One>,
    filled: Filled,
    one?: One,
    seen: Scope = held,
  ): Promise<boolean> => {
    const subject = act.of(seen);
    if (running.current || !subject) return false;
    running.current = true;
    setState('sending');
    setProblem(undefined);
    const target: Target = { district, id: subject.id, key: newKey(), expectedVersion: subject.version };
    const input = act.inputOf(target, { scope: seen, filled, one });
    const outcome = await send(act.document, { input }, () => setState('waiting'));
    running.current = false;
    setState('idle');
    if (outcome.kind === 'failed') {
      setProblem(outcome.problem);
      return false;
    }
    // Another one that was opened meanwhile stays.
    setChosen((now) => (now === chosen ? undefined : now));
    onChanged((outcome.change as Changed).consistencyToken);
    return true;
  };
  return {
    ...{ held, renew, state, problem, open, perform },
    close: () => open(undefined),
    /** The act that is filled in now. */
    opened: state === 'waiting' ? undefined : chosen,
  };
}
