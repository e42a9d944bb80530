import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './client.js';
import type { Journal, Submission } from './journal.js';
import type { Random } from './random.js';

const BATCH = 300;
/** Who got no answer tries again, ever more patiently. */
const AGAIN_MS = { first: 200, longest: 3_000 };
/** One in so many residents clicks twice: the same key again after it was acknowledged. */
const CLICKS_TWICE = 20;
/** One in so many messages is taken up and registered. */
const HANDLED = 10;

const ACTS = ['takeUpMessage', 'registerAppeal'] as const;

export interface LoadParts {
  readonly client: Client;
  readonly journal: Journal;
  readonly random: Random;
  readonly districts: readonly string[];
  /** Its messages are registered as soon as they are taken up. */
  readonly policyRegisters: (district: string) => boolean;
  readonly perSecond: number;
}

export interface Load {
  /** No new residents; resolves when each has his receipt, or `patienceMs` is over. */
  stop(patienceMs: number): Promise<void>;
}

/** Residents come at a fixed rate, whether or not they are answered, and each tries until he has a receipt. */
export function startLoad(parts: LoadParts): Load {
  const { client, journal, random, districts, policyRegisters, perSecond } = parts;
  const stopping = new AbortController();
  const givingUp = new AbortController();
  const open = new Set<Promise<void>>();

  async function arrive(): Promise<void> {
    const start = performance.now();
    for (let number = 0; !stopping.signal.aborted; number += 1) {
      const due = start + (number * 1_000) / perSecond;
      await sleep(Math.max(0, due - performance.now()));
      const resident = submit(
        journal.begun({
          mark: `знак${journal.submissions.length}`,
          batch: `пачка${Math.floor(journal.submissions.length / BATCH)}`,
          district: random.oneOf(districts),
          key: randomUUID(),
          handled: number % HANDLED === 1,
        }),
        number % CLICKS_TWICE === 0,
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
      else journal.leftUnanswered(sentAt);
      return receipt;
    });
    return twice && !givingUp.signal.aborted ? submit(submission, false) : submission;
  }

  /** Each act once, by a key that stays the same, on the version that the last one has told. */
  async function handle({ handled, district, receipts, acts }: Submission): Promise<void> {
    const id = receipts[0]?.id;
    if (!handled || id === undefined) return;
    for (const name of policyRegisters(district) ? (['takeUpMessage'] as const) : ACTS) {
      const on = { district, id, key: randomUUID(), expectedVersion: acts.at(-1)?.version ?? 1 };
      await untilAnswered(async () => {
        const told = await client.act(name, on);
        if (told) acts.push(told);
        return told;
      });
    }
  }

  async function untilAnswered(ask: () => Promise<object | undefined>): Promise<void> {
    for (let tries = 1; !givingUp.signal.aborted && !(await ask()); tries += 1)
      await sleep(random.between(0.5, 1) * Math.min(AGAIN_MS.longest, AGAIN_MS.first * 2 ** tries));
  }

  const arriving = arrive();
  return {
    async stop(patienceMs) {
      stopping.abort();
      await arriving;
      const patience = setTimeout(() => givingUp.abort(), patienceMs);
      await Promise.all(open);
      clearTimeout(patience);
    },
  };
}

function textOf({ mark, batch }: Submission): string {
  return `${mark} ${batch}: у дома не горит фонарь, вечером ничего не видно. Прошу починить освещение.`;
}
