import { createClient } from 'graphql-ws';
import { eventually } from '@otklik/testing';
import type { World } from './world.js';

export interface Live<Item extends NonNullable<unknown> | null> {
  /** All items received so far, oldest first. */
  readonly items: readonly Item[];
  /** Waits for the first item for which `wanted` holds. */
  first(wanted: (item: Item) => boolean): Promise<Item>;
  stop(): Promise<void>;
}

/** A subscription of an official, over graphql-ws as a browser opens it. `field`: the subscription's root field. */
export async function live<Item extends NonNullable<unknown> | null>(
  world: World,
  field: string,
  query: string,
  variables: Record<string, unknown>,
  as: string,
): Promise<Live<Item>> {
  const token = await world.token(as);
  const connected = Promise.withResolvers<void>();
  const client = createClient({
    url: `${world.url.replace('http', 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
    lazy: false,
    on: { connected: () => connected.resolve() },
    onNonLazyError: (error) => connected.reject(error),
  });
  const items: Item[] = [];
  const failures: unknown[] = [];
  const end = client.subscribe<Record<string, Item>>(
    { query, variables },
    {
      next: ({ data, errors }) => {
        if (errors) failures.push(...errors);
        if (data) items.push(data[field]!);
      },
      error: (error) => failures.push(error),
      complete: () => undefined,
    },
  );
  await connected.promise;
  return {
    items,
    first: (wanted) =>
      eventually(async () => {
        if (failures.length > 0) throw new Error(`the subscription failed: ${JSON.stringify(failures)}`);
        return items.find(wanted);
      }, 15_000),
    stop: async () => {
      end();
      await client.dispose();
    },
  };
}
