import type { EventStore } from '@otklik/event-store';
import { randomBytes } from 'node:crypto';
import { normalNumber } from '../domain/registration.js';
import { loadAppeal } from './appeal-log.js';
import { codeFits } from './follow-up-code.js';

export interface OpenPorts {
  readonly store: EventStore;
  readonly codes: {
    find(district: number, number: string): Promise<readonly { readonly appeal: string; readonly hash: Buffer }[]>;
  };
  readonly attempts: {
    begin(district: number, number: string, at: string): Promise<boolean>;
    succeeded(district: number, number: string): Promise<void>;
  };
}

export interface Opened {
  readonly appeal: string;
  readonly person: string;
}

const LONGEST = 100;

/**
 * Whose appeal the number and code open. `WRONG` for a wrong code and for an unknown number alike; `TOO_MANY`: number or
 * district had too many tries lately, whatever the code. `at`: server clock, ISO 8601.
 */
export async function openAppeal(
  ports: OpenPorts,
  district: number,
  typed: { readonly number: string; readonly code: string },
  at: string,
): Promise<Opened | 'WRONG' | 'TOO_MANY'> {
  if (typed.number.length > LONGEST || typed.code.length > LONGEST) return 'WRONG';
  const number = normalNumber(typed.number);
  if (!(await ports.attempts.begin(district, number, at))) return 'TOO_MANY';
  const found = await ports.codes.find(district, number);
  // An unknown number costs the same comparison.
  const candidates = found.length > 0 ? found : [{ appeal: '', hash: randomBytes(32) }];
  const fitting = candidates.filter(({ appeal, hash }) => codeFits(typed.code, appeal, hash))[0];
  if (!fitting) return 'WRONG';
  const { state } = await loadAppeal(ports.store, district, fitting.appeal);
  if (state.status === 'NONE' || state.status === 'ERASED') return 'WRONG';
  await ports.attempts.succeeded(district, number);
  return { appeal: fitting.appeal, person: state.person };
}
