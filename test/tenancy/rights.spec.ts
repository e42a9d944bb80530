import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everyOperation } from '../world/operations.js';
import { startWorld, type World, demonstrationLogin } from '../world/world.js';

/** Demonstration officials hold one role each, in one district each: `<district>.<role>`. */
const roles = [
  'MODERATOR',
  'REGISTRAR',
  'COORDINATOR',
  'EXECUTOR',
  'APPROVER',
  'SIGNATORY',
  'CONTROLLER',
  'HEAD',
  'ANALYST',
];
const login = demonstrationLogin;
const HOME = 'aldan';

let world: World;
let neighbour: string;
beforeAll(async () => {
  world = await startWorld({ demo: 'small' });
  const { data } = await world.ask('{ districts { code } }');
  neighbour = (data!['districts'] as { code: string }[])
    .map((district) => district.code)
    .find((code) => code !== HOME)!;
}, 120_000);
afterAll(() => world?.stop());

const asked = everyOperation({ district: HOME }).filter(({ field }) => field.operation !== 'Subscription');
const forOfficials = asked.filter(({ field }) =>
  field.roles!.every((role) => role !== 'ANYONE' && role !== 'RESIDENT'),
);
const code = (answer: { errors: readonly { extensions?: { code?: string } }[] }) => answer.errors[0]?.extensions?.code;

describe.each(forOfficials)('$name', ({ field, document, variables }) => {
  it('answers UNAUTHENTICATED without a token', async () => {
    const answer = await world.ask(document, variables);
    expect([answer.status < 500, code(answer)]).toEqual([true, 'UNAUTHENTICATED']);
  });

  it('answers FORBIDDEN to every role that the access rule does not name', async () => {
    for (const role of roles.filter((other) => !field.roles!.includes(other))) {
      const answer = await world.ask(document, variables, { as: login(HOME, role) });
      expect([role, code(answer)]).toEqual([role, 'FORBIDDEN']);
    }
  });

  it('answers an official of another district as if the district did not exist', async () => {
    const nowhere = JSON.parse(JSON.stringify(variables).replaceAll(`"${HOME}"`, '"atlantis"')) as typeof variables;
    if (JSON.stringify(nowhere) === JSON.stringify(variables)) return;
    for (const role of roles.filter((mine) => field.roles!.includes(mine))) {
      const as = login(neighbour, role);
      const foreign = await world.ask(document, variables, { as });
      const absent = await world.ask(document, nowhere, { as });
      expect([role, code(foreign)]).toEqual([role, 'NOT_FOUND']);
      expect(foreign.errors.map(({ message }) => message)).toEqual(absent.errors.map(({ message }) => message));
      expect(foreign.status).toBe(absent.status);
    }
  });
});

it('requires a resident’s token for a resident’s operations', async () => {
  for (const { document, variables } of asked.filter(({ field }) => field.roles!.includes('RESIDENT'))) {
    expect(code(await world.ask(document, variables))).toBe('UNAUTHENTICATED');
    expect(code(await world.ask(document, variables, { as: login(HOME, 'MODERATOR') }))).toBe('FORBIDDEN');
  }
});
