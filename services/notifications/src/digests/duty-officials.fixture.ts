import type { MailFailure, Letter } from '@otklik/kernel';
import type { Official } from '@otklik/tenancy';
import { sealOfficialEmail } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { secret } from '../notice/notices-world.fixture.js';

const official = (role: 'CONTROLLER' | 'HEAD' | 'MODERATOR', more: Partial<Official> = {}): Official => {
  const id = randomUUID();
  return {
    id,
    login: id,
    name: 'Somebody',
    assignments: [{ district: 1, role }],
    email: sealOfficialEmail(secret('official-email'), id, `${id}@aldan.example`),
    ...more,
  };
};

export const controller = official('CONTROLLER');
export const head = official('HEAD');
export const away = official('HEAD', { absence: { from: '2026-11-20', to: '2026-11-30', reason: 'VACATION' } });
const { email: _, ...unknown } = official('CONTROLLER');
/** Controller and head are on duty; the others are away, have no address, or another role. */
export const officials: readonly Official[] = [controller, head, away, unknown, official('MODERATOR')];

/** A mail server that takes letters into `taken`, after it has thrown each of `refusals` once. */
export function refusingMailer(refusals: MailFailure[]) {
  const taken: Letter[] = [];
  const send = (letter: Letter): Promise<string> => {
    const refusal = refusals.shift();
    if (refusal) return Promise.reject(refusal);
    taken.push(letter);
    return Promise.resolve('taken');
  };
  return { taken, mailer: { send, close: () => undefined } };
}
