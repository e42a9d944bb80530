import { hash } from 'node:crypto';

/** As the driver takes it: prepared on each connection where it has a name. */
export interface MadeStatement {
  readonly name?: string;
  readonly text: string;
}

/**
 * Names for statements that are made at run time: the same text, the same name. After `most` texts no more are named, and
 * those run unprepared: a connection keeps the plan of each name for as long as it lives, and whoever asks in ever new
 * ways shall not fill the server's memory.
 */
export function preparedStatements(prefix: string, most: number): (text: string) => MadeStatement {
  const made = new Map<string, MadeStatement>();
  return (text) => {
    const known = made.get(text);
    if (known || made.size >= most) return known ?? { text };
    const statement = { name: `${prefix} ${hash('sha1', text, 'base64url').slice(0, 16)}`, text };
    made.set(text, statement);
    return statement;
  };
}
