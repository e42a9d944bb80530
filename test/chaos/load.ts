import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './client.js';
import type { Journal, Submission } from './journal.js';
import type { Random } from '../world/random.js';

const BATCH = 300;
/** Exponential back-off of a request without an answer. */
const RETRY_DELAY_MS = { first: 200, max: 3_000 };
/**
 * Submissions that are retried at the same time. Beyond it no new one starts: after an outage of half a minute the retries of
 * thousands would saturate the load generator itself.
 */
const MAX_WAITING = 500;
/** One in so many submissions is sent again with the same key after its acknowledgement. */
const DUPLICATE_EVERY = 20;
/** One in so many messages is taken up and registered. */
const HANDLED_EVERY = 10;

const ACTIONS = ['takeUpMessage', 'registerAppeal'] as const;

export interface LoadParts {
  readonly client: Client;
  readonly journal: Journal;
  readonly random: Random;
  readonly districts: readonly string[];
  /** Whether the policy of the district registers a message as soon as it is taken up. */
  readonly policyRegisters: (district: string) => boolean;
  readonly perSecond: number;
}

export interface Load {
  /** Stops new submissions; resolves when each has its receipt, or after `timeoutMs`. */
  stop(timeoutMs: number): Promise<void>;
}

/** An open loop: submissions start at a fixed rate, and each is repeated until it has a receipt. While too many wait, none start. */
export function startLoad(parts: LoadParts): Load {
  const { client, journal, random, districts, policyRegisters, perSecond } = parts;
  const stopping = new AbortController();
  const abandoning = new AbortController();
  const open = new Set<Promise<void>>();

  async function arrive(): Promise<void> {
    const start = performance.now();
    for (let number = 0; !stopping.signal.aborted; number += 1) {
      const due = start + (number * 1_000) / perSecond;
      await sleep(Math.max(0, due - performance.now()));
      if (open.size >= MAX_WAITING) continue;
      const resident = submit(
        journal.begin({
          mark: `знак${journal.submissions.length}`,
          batch: `пачка${Math.floor(journal.submissions.length / BATCH)}`,
          district: random.oneOf(districts),
          key: randomUUID(),
          handled: number % HANDLED_EVERY === 1,
        }),
        number % DUPLICATE_EVERY === 0,
      )
        .then(handle)
        .catch((error: Error) => void journal.refusals.push(error.message))
        .finally(() => open.delete(resident));
      open.add(resident);
    }
  }

  async function submit(submission: Submission, twice: boolean): Promise<Submission> {
    await untilAnswered(async () => {
      submission.tries += 1;
      const sentAt = Date.now();
      const receipt = await client.submit(submission, textOf(submission));
      if (receipt) submission.receipts.push(receipt);
      else journal.recordUnanswered(sentAt);
      return receipt;
    });
    return twice && !abandoning.signal.aborted ? submit(submission, false) : submission;
  }

  /** Performs each action once, by one idempotency key, on the version that the previous action returned. */
  async function handle({ handled, district, receipts, actions }: Submission): Promise<void> {
    const id = receipts[0]?.id;
    if (!handled || id === undefined) return;
    for (const name of policyRegisters(district) ? (['takeUpMessage'] as const) : ACTIONS) {
      const input = { district, id, key: randomUUID(), expectedVersion: actions.at(-1)?.version ?? 1 };
      await untilAnswered(async () => {
        const result = await client.perform(name, input);
        if (result) actions.push(result);
        return result;
      });
    }
  }

  async function untilAnswered(ask: () => Promise<object | undefined>): Promise<void> {
    for (let tries = 1; !abandoning.signal.aborted && !(await ask()); tries += 1)
      await sleep(random.between(0.5, 1) * Math.min(RETRY_DELAY_MS.max, RETRY_DELAY_MS.first * 2 ** tries));
  }

  const arriving = arrive();
  return {
    async stop(timeoutMs) {
      stopping.abort();
      await arriving;
      const timeout = setTimeout(() => abandoning.abort(), timeoutMs);
      await Promise.all(open);
      clearTimeout(timeout);
    },
  };
}

function textOf({ mark, batch }: Submission): string {
  return `${mark} ${batch}: у дома не горит фонарь, вечером ничего не видно. Прошу починить освещение.`;
}
