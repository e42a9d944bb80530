import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';

/** The server keeps each prepared statement as long as its connection lives. */
const MAX_NAMES = 400;
const NAME_LENGTH = 24;
/** What the server can prepare: one statement that has a plan. */
const PLANNED = /^\s*(select|insert|update|delete|with)\b[^;]*$/i;

/**
 * Names statements by a hash of their text, so that the server parses and plans each once for a connection instead of each
 * time: two thirds of what a short statement costs it. Texts beyond the limit stay unnamed, as one that is put together from
 * its values would have no end of names.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();

  constructor(private readonly max = MAX_NAMES) {}

  named(statement: QueryConfig): QueryConfig {
    if (statement.name !== undefined) return statement;
    const name = this.nameOf(statement.text);
    return name === undefined ? statement : { ...statement, name };
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= this.max || !PLANNED.test(text)) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, NAME_LENGTH);
    this.names.set(text, name);
    return name;
  }
}
