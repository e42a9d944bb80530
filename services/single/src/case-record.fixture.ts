import { actionsOn } from '@otklik/case/case-actions';
import { evolveCase, noCase } from '@otklik/case/case';
import type { CaseFact } from '@otklik/case/events';
import { requestStateAfter } from '@otklik/intake/open311';
import { compact } from '@otklik/kernel';
import { webhookMessage } from '@otklik/notifications/webhooks';
import type { CaseEnd } from '@otklik/contracts/enumerations';
import { actingIn } from '@otklik/search/published-actions';
import { officialRoles, type Actor, type District } from '@otklik/tenancy';
import { createHash } from 'node:crypto';

/** What is published of a case after each fact of it. */
export interface CaseRecord {
  readonly fold: string;
  /** What webhooks are sent for each fact. */
  readonly webhooks: string;
  /** How far the request is for other front-ends after each fact. */
  readonly open311: string;
  /** Of officials of every role, in one department and in the whole district. */
  readonly actions: string;
}

const TODAY = '2026-11-24';
const known = { type: 'APPEAL_RECEIVED', district: 'aldan', number: null } as const;

function viewersOf(district: District): readonly Actor[] {
  const departments = [undefined, ...district.departments.map(({ id }) => id)];
  return officialRoles.flatMap((role) =>
    departments.map((department, at) => ({
      kind: 'official' as const,
      id: at === 0 ? 'ivanova' : 'petrov',
      login: 'login',
      name: 'Name',
      assignments: [compact({ district: district.id, role, department })],
    })),
  );
}

/** Hashes of what the events mean to each reader: equal hashes, equal readings. */
export function recordOf(cases: Iterable<readonly CaseFact[]>, district: District): CaseRecord {
  const [fold, actions, webhooks, open311] = [newHash(), newHash(), newHash(), newHash()];
  const acting = viewersOf(district).map((actor) => actingIn(actor, district, TODAY));
  for (const facts of cases) {
    let whole = noCase;
    for (const fact of facts) {
      whole = evolveCase(whole, fact);
      fold.update(canonical(whole));
      webhooks.update(canonical(webhookMessage(fact, known)));
      open311.update(canonical(requestStateAfter(fact.type, endIn(fact))));
    }
    for (const one of acting) actions.update(canonical(actionsOn(whole, one)));
  }
  const [told, asked] = [webhooks.digest('hex'), open311.digest('hex')];
  return { fold: fold.digest('hex'), webhooks: told, open311: asked, actions: actions.digest('hex') };
}

const newHash = () => createHash('sha256');

function endIn({ topic, data }: CaseFact): CaseEnd | undefined {
  return topic === 'intake.events' ? (data as { readonly end?: CaseEnd }).end : undefined;
}

/** Keys in their order, so that equal values are equal as text. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, one: unknown) =>
      typeof one === 'object' && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ) ?? 'undefined'
  );
}
