import { useState } from 'react';
import type { CommandState } from '../frame/command.js';
import type { Failure } from '../frame/failure.js';

interface OneCommand {
  readonly state: CommandState;
  readonly problem: Failure | undefined;
  readonly forget: () => void;
}

type Sent = Promise<{ readonly consistencyToken: string } | undefined>;

/**
 * Acts that dialogs ask for. One that was refused leaves its dialog open, with what was typed and the refusal's words; one that
 * waits for the connection is in the outbox, and its dialog closes until it has its end.
 */
export function useDialogActs<Act>(
  commands: Readonly<Record<string, OneCommand>>,
  onChanged: (consistencyToken: string) => void,
) {
  const [chosen, setChosen] = useState<Act>();
  const all = Object.values(commands);
  const act = all.some(({ state }) => state === 'waiting') ? undefined : chosen;
  const choose = (next: Act | undefined): void => {
    for (const { forget } of all) forget();
    setChosen(next);
  };
  /** Answers whether the act was done. */
  const finish = async (sent: Sent): Promise<boolean> => {
    const change = await sent;
    if (!change) return false;
    setChosen(undefined);
    onChanged(change.consistencyToken);
    return true;
  };
  const problem = all.find((command) => command.problem)?.problem;
  return { act, choose, close: () => choose(undefined), finish, problem };
}
