import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import type { AppealChange, SubscriptionAppealChangesArgs } from '@otklik/contracts/generated/graphql';
import { BadInput, readCursor, type PermittedContext } from '@otklik/host';
import type { District } from '@otklik/tenancy';
import { meetsAppeal, type RegisterFilter } from '../../application/register/register-filter.js';
import { listedRow } from '../../application/register/listed-row.js';
import { rowView, viewing } from '../../application/register/row-view.js';
import type { RegisterChange } from '../postgres/register-changes.js';
import { givenFilter } from './given-filter.js';
import { liveCursor, liveListName } from './live-cursor.js';
import { districtOf, type SearchParts } from './search-parts.js';

@Resolver()
export class LiveResolver {
  constructor(private readonly parts: SearchParts) {}

  @Subscription('appealChanges')
  async appealChanges(
    @Args() args: SubscriptionAppealChangesArgs,
    @Context() context: PermittedContext,
  ): Promise<AsyncIterable<{ readonly appealChanges: AppealChange }>> {
    const district = districtOf(context);
    const from = readCursor<number>(this.parts.cursorKey, liveListName(district.id), args.after);
    await this.mayResume(district, from);
    return ending((signal) => this.changes(district, args, from, signal));
  }

  private async *changes(
    district: District,
    { filter }: SubscriptionAppealChangesArgs,
    from: number | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<{ readonly appealChanges: AppealChange }> {
    const { changes, now } = this.parts;
    for await (const page of changes.follow(from ?? (await changes.newest()), signal, district.id)) {
      for (const change of page) {
        const wanted = givenFilter(filter, [district], now());
        const kind = kindOf(change, wanted);
        if (kind) yield { appealChanges: await this.view(change, kind, district) };
      }
    }
  }

  /** Changes are kept for days: after a longer absence the client loads its list anew. */
  private async mayResume(district: District, from: number | undefined): Promise<void> {
    if (from === undefined || (await this.parts.changes.resumable(district.id, from))) return;
    throw new BadInput('BAD_CURSOR', 'after');
  }

  private async view(change: RegisterChange, kind: AppealChange['kind'], district: District): Promise<AppealChange> {
    const { directory, reader, now, cursorKey } = this.parts;
    const row = kind === 'LEFT' ? undefined : await reader.row(district.id, change.appeal);
    return {
      cursor: liveCursor(cursorKey, district.id, change.change),
      id: change.appeal,
      version: change.version,
      kind,
      row: row ? rowView(listedRow(row), viewing(directory, district, now())) : null,
    };
  }
}

function kindOf({ before, after }: RegisterChange, filter: RegisterFilter): AppealChange['kind'] | undefined {
  const was = before !== null && meetsAppeal(before, filter);
  if (meetsAppeal(after, filter)) return was ? 'CHANGED' : 'ENTERED';
  return was ? 'LEFT' : undefined;
}

/** A generator that waits cannot be returned from outside: the reader's leaving aborts what it waits for. */
function ending<Item>(make: (signal: AbortSignal) => AsyncGenerator<Item>): AsyncIterableIterator<Item> {
  const abort = new AbortController();
  const source = make(abort.signal);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => source.next(),
    return: async (value?: unknown) => {
      abort.abort();
      await source.return(undefined);
      return { done: true, value };
    },
  };
}
