import {
  applyDecorators,
  createParamDecorator,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { Mutation } from '@nestjs/graphql';
import type { BulkResult } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Clock } from '@otklik/kernel';
import { Secrets } from '@otklik/vault';
import type { GraphQLResolveInfo } from 'graphql';
import type { Observable } from 'rxjs';
import { itemRefusal, toMutationResult } from '../answer.js';
import { BadInput, checkAll } from '../input.js';
import { asksForFaults } from '../refusal-faults.js';
import type { PermittedContext } from '../request-context.js';
import { ServiceIdentity } from '../service/service-identity.js';
import {
  clientContexts,
  demandVersion,
  envelopeOf,
  inFirstCapacity,
  type CommandInput,
  type Envelope,
} from './client-context.js';
import { cleanFields, type InputFields } from './input-fields.js';

export const MAX_BULK_ITEMS = 100;
const MAX_CONCURRENT_ITEMS = 8;

/** An item of a mutation of many: the input of the single mutation without its district. */
type BulkItem = Required<CommandInput>;

/** An item as the input of the single mutation. */
export type SingleInput<Item> = Item & { readonly district: string };

/**
 * Runs `work` for each item, several at once, begun in the order of the list. Answers one result per item, in that order:
 * a refusal or a lost race of one item does not stop the others.
 */
export type EachItem<Item> = (
  work: (ctx: ClientCommandContext, item: SingleInput<Item>) => Promise<unknown>,
) => Promise<readonly BulkResult[]>;

interface BulkInput extends Readonly<Record<string, unknown>> {
  readonly district: string;
  readonly items: readonly BulkItem[];
}

/** The item with its fields cleaned. Throws `BadInput`. */
type CheckItem = (item: SingleInput<BulkItem>, path: string) => SingleInput<BulkItem>;

interface Prepared {
  readonly item: SingleInput<BulkItem>;
  readonly contexts: readonly ClientCommandContext[];
}

type Work = Parameters<EachItem<BulkItem>>[0];

type BulkRun = (check: CheckItem) => EachItem<BulkItem>;

type BulkArguments = [unknown, { readonly input: BulkInput }, PermittedContext, GraphQLResolveInfo];

const runs = new WeakMap<PermittedContext, BulkRun>();

/**
 * A mutation of many. `single`: the mutation that each item repeats. Key and content of an item are those of the single
 * mutation, so that either repeats the other.
 */
export function BulkCommand(single: string, options: BulkOptions = {}): MethodDecorator {
  return applyDecorators(Mutation(), UseInterceptors(bulkInterceptor(single, options)));
}

export interface BulkOptions {
  /** How many items at most; 100 where nothing is said. */
  readonly max?: number;
  /** Fields of the input beside the items that each item gets, as it has the district. */
  readonly shared?: readonly string[];
}

/**
 * The `EachItem` of a `@BulkCommand()`, the named fields of the items cleaned. A fault of one item refuses that one to a document
 * that selects `faults`, and all of them to every other document.
 */
export function Items(fields: InputFields = {}): ParameterDecorator {
  return createParamDecorator((_: unknown, execution: ExecutionContext) => {
    const run = runs.get(execution.getArgByIndex<PermittedContext>(2));
    if (!run) throw new TypeError('The items exist only within a @BulkCommand()');
    return run((item, path) => cleanFields(item, fields, path));
  })();
}

function bulkInterceptor(single: string, { max = MAX_BULK_ITEMS, shared = [] }: BulkOptions): Type<NestInterceptor> {
  @Injectable()
  class BulkInterceptor implements NestInterceptor {
    private readonly envelope: Envelope;

    constructor(
      private readonly service: ServiceIdentity,
      clock: Clock,
      secrets: Secrets,
    ) {
      this.envelope = envelopeOf(clock, secrets);
    }

    intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
      const [, { input }, permitted, info] = execution.getArgs<BulkArguments>();
      const { district, items } = input;
      if (items.length > max) throw new BadInput('TOO_MANY_ITEMS', 'input.items', { max });
      const common = Object.fromEntries(shared.map((field) => [field, input[field]]));
      const singles = items.map((item) => ({ ...item, ...common, district }));
      const wantsFaults = asksForFaults(info);
      runs.set(permitted, (check) => this.eachOf(singles, check, permitted, wantsFaults));
      return next.handle();
    }

    private eachOf(
      items: readonly SingleInput<BulkItem>[],
      check: CheckItem,
      permitted: PermittedContext,
      wantsFaults: boolean,
    ): EachItem<BulkItem> {
      const prepared = items.map((item, at) => this.prepared(item, check, permitted, `input.items.${at}`));
      const fault = prepared.find((one) => one instanceof BadInput);
      if (fault && !wantsFaults) throw fault;
      const resultOf = async (one: Prepared | BadInput, work: Work): Promise<BulkResult['result']> => {
        try {
          if (one instanceof BadInput) throw one;
          const outcome = await inFirstCapacity(one.contexts, (ctx) => work(ctx, one.item));
          return toMutationResult(this.service.name, one.item.id, outcome) as BulkResult['result'];
        } catch (error) {
          return itemRefusal(error, permitted.language, wantsFaults) as BulkResult['result'];
        }
      };
      return (work) => concurrently(items, async ({ id }, at) => ({ id, result: await resultOf(prepared[at]!, work) }));
    }

    private prepared(
      given: SingleInput<BulkItem>,
      check: CheckItem,
      permitted: PermittedContext,
      path: string,
    ): Prepared | BadInput {
      try {
        const [item] = checkAll(
          () => check(given, path),
          () => demandVersion(given.expectedVersion, `${path}.expectedVersion`),
        );
        return { item, contexts: clientContexts(this.envelope, single, item, permitted) };
      } catch (error) {
        if (error instanceof BadInput) return error;
        throw error;
      }
    }
  }
  return BulkInterceptor;
}

/** The results in the order of `items`; begins them in that order, a few at once. */
async function concurrently<Item, Result>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]!, at);
  };
  await Promise.all(Array.from({ length: Math.min(MAX_CONCURRENT_ITEMS, items.length) }, worker));
  return results;
}
