import { actionsOn } from '@otklik/case/case-actions';
import { evolveCase, noCase } from '@otklik/case/case';
import type { CaseFact } from '@otklik/case/events';
import { actingIn } from '@otklik/search/published-actions';
import { officialRoles, type Actor, type District } from '@otklik/tenancy';
import { createHash } from 'node:crypto';

/** What is told of a case after each fact of it. */
export interface CaseRecord {
  readonly fold: string;
  /** Of officials of every role, in one department and in the whole district. */
  readonly actions: string;
}

const TODAY = '2026-11-24';

function viewersOf(district: District): readonly Actor[] {
  const departments = [undefined, ...district.departments.map(({ id }) => id)];
  return officialRoles.flatMap((role) =>
    departments.map((department, at) => ({
      ...{ kind: 'official' as const, id: at === 0 ? 'ivanova' : 'petrov', login: 'login', name: 'Name' },
      assignments: [{ district: district.id, role, ...(department === undefined ? {} : { department }) }],
    })),
  );
}

/** Hashes of what the events mean to each reader: equal hashes, equal readings. */
export function recordOf(cases: Iterable<readonly CaseFact[]>, district: District): CaseRecord {
  const [fold, actions] = [createHash('sha256'), createHash('sha256')];
  const acting = viewersOf(district).map((actor) => actingIn(actor, district, TODAY));
  for (const facts of cases) {
    let whole = noCase;
    for (const fact of facts) {
      whole = evolveCase(whole, fact);
      fold.update(canonical(whole));
    }
    for (const one of acting) actions.update(canonical(actionsOn(whole, one)));
  }
  return { fold: fold.digest('hex'), actions: actions.digest('hex') };
}

/** Keys in their order, so that equal values are equal as text. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, one: unknown) =>
      typeof one === 'object' && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ) ?? 'undefined'
  );
}
