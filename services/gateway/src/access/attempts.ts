import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '@otklik/host';
import { Fault, namedDistricts, type Args, type RateLimit, type RateLimitedOperation } from '@otklik/host/graphql';
import { sameShape } from '@otklik/kernel';
import type { Directory } from '@otklik/tenancy';
import type { GatewayConfig } from '../config.js';
import type { ProofKind, Proofs } from './proofs.js';

export type AttemptLimits = Pick<GatewayConfig, 'perAddress' | 'perDistrict' | 'codeTries' | 'linkTries'>;

type Sender = RateLimitedOperation['sender'];

/** What an operation without an account is about. */
interface Target {
  readonly district: number;
  /** Of a resident whose follow-up code opened it. */
  readonly appeal?: string;
}

/**
 * Limits on operations without an account, in memory of each process. Each district has its own: what is sent to one leaves the
 * others' limits as they are. Throws `Fault('RATE_LIMITED')`.
 */
export interface AttemptLimiter {
  /** Counts an operation. Those of the process itself have no address and are not counted. */
  countOperation(target: Target, sender: Sender): Promise<void>;
  /** Counts a letter that the sender asks for: a link in place of a lost code, or one that confirms a subscription; or a booking of a reception. */
  countLink(district: number, sender: Sender): Promise<void>;
  /** Counts a wrong follow-up code. */
  countWrongCode(district: number, sender: Sender, number: string): Promise<void>;
}

/**
 * Applies the limits to operations without an account.
 *
 * Of attempts at a code only the wrong ones count, for the number and the sender's network: a stranger who knows a number takes
 * nothing from its owner, whose right code opens it from everywhere at once, also from the stranger's own network. No lock is
 * needed against guessing: a code has 16 signs of 32, 80 bits. A network without answers to challenges sends 120 operations a
 * minute, so a hundred thousand networks try 1.7 · 10¹⁰ ≈ 2³⁴ codes a day, and find that of one appeal within a day with
 * a probability of 2⁻⁴⁶. As each try names one number, it does not grow with the number of appeals.
 */
export function limitAttempts(limiter: AttemptLimiter, directory: Directory): RateLimit {
  return async ({ field, args, sender }, run) => {
    const target = targetOf(args, sender, directory);
    const { district } = target;
    await limiter.countOperation(target, sender);
    if (takesFromOthers.has(field)) await limiter.countLink(district, sender);
    if (field !== 'openAppeal') return run();
    const wrong = () => limiter.countWrongCode(district, sender, String(args['number']));
    const answer = await run().catch(async (error: unknown) => {
      await wrong();
      throw error;
    });
    if ((answer as { readonly failed?: boolean } | null)?.failed === true) await wrong();
    return answer;
  };
}

/** By these one without an account has a letter sent to an address, or takes a time of a reception from all others. */
const takesFromOthers: ReadonlySet<string> = new Set(['requestFollowUpLink', 'subscribeToAnswers', 'bookReception']);

/** All that names no district, or one that does not exist, shares one limit. */
const NO_DISTRICT = 0;

function targetOf(args: Args, { actor }: Sender, directory: Directory): Target {
  const [code] = namedDistricts(args).codes;
  // An operation that names a district runs without the token (`permit`).
  if (actor.kind === 'resident' && code === undefined) return { district: actor.district, appeal: actor.appeal };
  return { district: (code === undefined ? undefined : directory.district(code)?.id) ?? NO_DISTRICT };
}

const MINUTE_S = 60;
const QUARTER_HOUR_S = 15 * MINUTE_S;
/** Operations with an answered challenge, in limits of an address. Sums are easily answered by a program, work costs it time. */
const PROVEN: Readonly<Record<ProofKind, number>> = { work: 10, sum: 1 };

export function openAttemptLimiter(limits: AttemptLimits, proofs: Proofs): AttemptLimiter {
  const byNetwork = limiter(limits.perAddress, MINUTE_S);
  const byAppeal = limiter(limits.perAddress, MINUTE_S);
  const byDistrict = limiter(limits.perDistrict, MINUTE_S);
  const proven = {
    work: limiter(limits.perAddress * PROVEN.work, MINUTE_S),
    sum: limiter(limits.perAddress * PROVEN.sum, MINUTE_S),
  };
  const codes = limiter(limits.codeTries, QUARTER_HOUR_S);
  const links = limiter(limits.linkTries, QUARTER_HOUR_S);
  return {
    async countOperation({ district, appeal }, { address, proof }) {
      if (address === undefined) return;
      // The follow-up code was shown: what neighbours behind the same address do does not count.
      if (appeal !== undefined) return demand(byAppeal, `${district}/${appeal}`);
      const network = `${district}/${networkOf(address)}`;
      // What is beyond the network's limit takes nothing from the district's.
      if ((await isWithin(byNetwork, network)) && (await isWithin(byDistrict, String(district)))) return;
      const kind = proofs.take(proof);
      if (!kind) throw new Fault('RATE_LIMITED', undefined, {}, undefined, { challenge: proofs.challenge() });
      await demand(proven[kind], network);
    },
    countLink: async (district, { address }) =>
      address === undefined ? undefined : demand(links, `${district}/${networkOf(address)}`),
    // As intake finds it: another way to type the same number gives no new tries.
    countWrongCode: (district, { address = '' }, number) =>
      demand(codes, `${district}/${networkOf(address)}/${hashed(sameShape(number))}`),
  };
}

/** 0 = no limit. */
function limiter(points: number, duration: number): RateLimiterMemory | undefined {
  return points === 0 ? undefined : new RateLimiterMemory({ points, duration });
}

async function isWithin(limiter: RateLimiterMemory | undefined, key: string): Promise<boolean> {
  try {
    await limiter?.consume(key);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}

async function demand(limiter: RateLimiterMemory | undefined, key: string): Promise<void> {
  if (!(await isWithin(limiter, key))) throw new Fault('RATE_LIMITED');
}

/** Bounds the size of a key: the input is the client's. */
function hashed(target: string): string {
  return createHash('sha256').update(target).digest('base64url');
}
