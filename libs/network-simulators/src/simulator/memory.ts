import { compact } from '@otklik/kernel';
import type { Told } from './protocol.js';
import type { Simulator } from './simulator.js';
import type { Community, Person, Said, SimulatedFile, Thread } from './world.js';

/** All that a simulator holds, as JSON: it goes on where it ended. */
export interface Memory {
  readonly happenings: number;
  readonly subscription?: { readonly url: string; readonly secret: string };
  readonly waiting: readonly Told[];
  readonly tokenRevoked: boolean;
  readonly rightsLost: boolean;
  readonly moved: readonly (readonly [string, string])[];
  /** Absent in a memory of before there were any. */
  readonly communities?: readonly Community[];
  readonly people: readonly Person[];
  readonly files: readonly (Omit<SimulatedFile, 'bytes'> & { readonly bytes: string })[];
  readonly threads: readonly (Omit<Thread, 'person'> & { readonly person?: string })[];
  readonly said: readonly (Omit<Said, 'thread' | 'author' | 'files'> & {
    readonly thread: string;
    readonly author?: string;
    readonly files: readonly string[];
  })[];
}

export function memoryOf(simulator: Simulator): Memory {
  const { world, subscription, happenings, pending } = simulator;
  return compact({
    happenings,
    subscription,
    waiting: pending,
    tokenRevoked: world.tokenRevoked,
    rightsLost: world.rightsLost,
    moved: [...world.moved],
    communities: world.communities,
    people: world.people,
    files: [...world.files.values()].map((file) => ({ ...file, bytes: Buffer.from(file.bytes).toString('base64') })),
    threads: world.threads.map(({ person, ...thread }) => ({ ...thread, ...compact({ person: person?.id }) })),
    said: world.said.map(({ thread, author, files, ...said }) => ({
      ...said,
      thread: thread.id,
      ...compact({ author: author?.id }),
      files: files.map(({ id }) => id),
    })),
  });
}

/** Into a simulator that has just been made. */
export function recall(simulator: Simulator, memory: Memory): void {
  const { world } = simulator;
  world.people.push(...memory.people);
  world.communities.push(...(memory.communities ?? []));
  const person = (id: string) => found(world.people, id);
  for (const file of memory.files) world.file({ ...file, bytes: Buffer.from(file.bytes, 'base64') });
  for (const { person: of, ...thread } of memory.threads)
    world.threads.push({ ...thread, ...(of !== undefined && { person: person(of) }) });
  for (const { thread, author, files, ...said } of memory.said)
    world.said.push({
      ...said,
      thread: found(world.threads, thread),
      ...(author !== undefined && { author: person(author) }),
      files: files.map((id) => found([...world.files.values()], id)),
    });
  for (const [from, to] of memory.moved) world.moved.set(from, to);
  world.tokenRevoked = memory.tokenRevoked;
  world.rightsLost = memory.rightsLost;
  simulator.happenings = memory.happenings;
  simulator.deliveries.recall(memory.waiting);
  simulator.subscription = memory.subscription;
}

function found<Thing extends { readonly id: string }>(things: readonly Thing[], id: string): Thing {
  const thing = things.find((one) => one.id === id);
  if (!thing) throw new Error(`the simulator's memory names ${id} and does not hold it`);
  return thing;
}
