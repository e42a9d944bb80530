import type { Command } from '../../frame/outbox.js';

/** A message that was decided, in its version after that. */
export interface Made {
  readonly id: string;
  readonly version: number;
}

interface OneOfMany {
  readonly id: string;
  readonly result: { readonly __typename?: string; readonly version?: number };
}

/** Two acts of one key are put at the same moment. */
const SAME_KEY_MS = 500;

/**
 * What one key decided: the act's message; of many each that was not refused; and the message to which they were joined,
 * where the same key took it up.
 */
export function madeByOneKey(commands: readonly Command[], command: Command): readonly Made[] {
  const { state, item } = command;
  if (state.is !== 'DONE') return [];
  if (!Array.isArray(state.data)) return [{ id: item, version: state.version }];
  const joined = (state.data as readonly OneOfMany[]).flatMap(({ id, result: { version } }) =>
    version === undefined ? [] : [{ id, version }],
  );
  const before = beforeOfSameKey(commands, command);
  return before ? [...joined, ...madeByOneKey([], before)] : joined;
}

/** The act that the same key put before this one, of the same message. */
export function beforeOfSameKey(commands: readonly Command[], command: Command): Command | undefined {
  const before = commands[commands.indexOf(command) - 1];
  return before?.item === command.item && command.at - before.at < SAME_KEY_MS ? before : undefined;
}
