import type { Action } from '@otklik/contracts/enumerations';
import type { SeenCase, Target } from './acts.fixture.js';
import type { Fields, ModelRun } from './model-run.fixture.js';

interface ManyAtOnce {
  readonly mutation: string;
  readonly action: Action;
  readonly role: string;
  readonly of: (seen: SeenCase) => readonly Target[];
  /** Beside id, key and version. */
  readonly item: (run: ModelRun, district: string) => Fields;
}

const appeal = ({ row }: SeenCase): readonly Target[] => [row];
const questions = ({ row }: SeenCase): readonly Target[] => row.questions;

const acts: readonly ManyAtOnce[] = [
  { mutation: 'takeUpMessages', action: 'TAKE_UP_MESSAGE', role: 'moderator', of: appeal, item: () => ({}) },
  { mutation: 'registerAppeals', action: 'REGISTER_APPEAL', role: 'registrar', of: appeal, item: () => ({}) },
  {
    mutation: 'routeQuestions',
    action: 'ROUTE_QUESTION',
    role: 'coordinator',
    of: questions,
    item: ({ product, chance }, district) => {
      const { code, department } = chance.oneOf(product.opened.directory.district(district)!.topics);
      return { topic: code, department };
    },
  },
  {
    mutation: 'assignExecutors',
    action: 'ASSIGN_EXECUTOR',
    role: 'coordinator',
    of: questions,
    item: ({ product }, district) => ({
      executor: product.opened.directory.official(`${district}.executor`)!.id,
    }),
  },
];

/** An official looks at several cases and does the same with each of which it is offered. */
export async function actOnMany(run: ModelRun, district: string): Promise<void> {
  const { chance } = run;
  const { mutation, action, role, of, item } = chance.oneOf(acts);
  const as = `${district}.${role}`;
  const targets: Target[] = [];
  for (const one of run.cases.filter((each) => each.district === district).slice(-8)) {
    const seen = await run.look(one, as);
    if (seen) targets.push(...of(seen).filter(({ allowedActions }) => allowedActions.includes(action)));
  }
  if (targets.length === 0) return;
  const items = targets.map(({ id, version }) => ({
    id,
    key: chance.uuid(),
    expectedVersion: chance.happens(0.9) ? version : version + 1,
    ...item(run, district),
  }));
  await run.commandOfMany(mutation, { district, items }, { as });
}
