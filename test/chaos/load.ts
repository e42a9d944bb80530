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

export interface LoadParts {
  readonly client: Client;
  readonly journal: Journal;
  readonly random: Random;
  readonly districts: readonly string[];
  readonly perSecond: number;
}

export interface Load {
  /** No new residents; resolves when each has his receipt, or `patienceMs` is over. */
  stop(patienceMs: number): Promise<void>;
}

/** Residents come at a fixed rate, whether or not they are answered, and each tries until he has a receipt. */
export function startLoad({ client, journal, random, districts, perSecond }: LoadParts): Load {
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
        }),
        number % CLICKS_TWICE === 0,
      ).finally(() => open.delete(resident));
      open.add(resident);
    }
  }

  async function submit(submission: Submission, twice: boolean): Promise<void> {
    while (!givingUp.signal.aborted) {
      submission.tries += 1;
      const sentAt = Date.now();
      const receipt = await client.submit(submission, textOf(submission));
      if (receipt) {
        submission.receipts.push(receipt);
        if (!twice || submission.receipts.length > 1) return;
        continue;
      }
      journal.leftUnanswered(sentAt);
      await sleep(random.between(0.5, 1) * Math.min(AGAIN_MS.longest, AGAIN_MS.first * 2 ** submission.tries));
    }
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
