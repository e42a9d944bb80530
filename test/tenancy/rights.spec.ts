import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { httpRoutes } from '@otklik/contracts/routes';
import { eventually } from '@otklik/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { everyOperation } from '../world/operations.js';
import { Steps } from '../world/steps.js';
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

describe('who has no code, no token and no link', () => {
  /** In every field that a resident may fill; none of these words is elsewhere. */
  const planted = {
    name: 'Пелагея Тимптонова',
    contact: 'pelageya.t@planted.example',
    text: 'Снег в Заполярном тупике. Я, Тимптонова, болею саркоидозом, звоните 8 924 777-66-55, тупик Заполярный, кв. 888.',
    address: { postcode: '678987', text: 'Заполярновск, ул. Саркофагова, дом 888' },
    place: {
      settlement: 'tommot',
      text: 'Заполярный тупик, 888',
      point: { latitude: 58.612_34, longitude: 126.287_65 },
    },
    mayBePublished: true,
  };
  const SECRETS =
    /Тимптонов|Пелаге|pelageya|саркоид|Заполярн|777-?66-?55|(?:кв\.|дом|тупик,) 888|678987|Саркофаг|58[.,]6123|126[.,]2876/iu;
  let appeal: { readonly id: string; readonly receipt: string; readonly number: string };
  beforeAll(async () => {
    const steps = new Steps(world, HOME);
    const { receipt, card } = await steps.registered(planted.text, planted);
    const { number } = card.row as unknown as { number: string };
    appeal = { id: receipt.id, receipt: receipt.number, number };
    // Public once it is in the public list.
    await eventually(async () =>
      (await page(`/open311/v2/requests.json?jurisdiction_id=${HOME}`)).includes(appeal.id) ? true : undefined,
    );
  }, 60_000);

  const page = async (path: string): Promise<string> =>
    (await fetch(`${world.url}${path}`, { redirect: 'manual' })).text();

  it('reads nothing that a resident gave in any field of the API', async () => {
    for (const number of [appeal.receipt, appeal.number]) {
      const open = everyOperation({ district: HOME, id: appeal.id, number, isWhole: true }).filter(({ field }) =>
        field.roles!.some((role) => role === 'ANYONE' || role === 'RESIDENT'),
      );
      expect(open.length).toBeGreaterThan(9);
      for (const { name, document, variables, field } of open.filter(
        ({ field }) => field.operation !== 'Subscription',
      )) {
        const answer = await world.ask(document, variables);
        expect([name, SECRETS.exec(JSON.stringify(answer))?.[0]]).toEqual([name, undefined]);
        expect([name, field.roles!.includes('ANYONE') || code(answer)]).not.toEqual([name, undefined]);
      }
    }
  });

  it('reads nothing of it at any address', async () => {
    const addresses = addressesOf({ district: HOME, id: appeal.id, account: appeal.id, secret: 'x', link: 'x' });
    expect(addresses.length).toBeGreaterThan(15);
    for (const address of [...addresses, ...publicLists(appeal.id)]) {
      expect([address, SECRETS.exec(await page(address))?.[0]]).toEqual([address, undefined]);
    }
  });
});

/** Of every route that the services and the residents' pages answer by GET, read from where they are declared. */
function addressesOf(values: Readonly<Record<string, string>>): readonly string[] {
  const folder = new URL('../../services/web/server/resident/', import.meta.url);
  const sources = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const ofPages = sources.flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/scope\.get\(\s*['`](\/[^'`$]*)['`]/gu)].map(
      ([, url]) => url!,
    ),
  );
  const ofServices = httpRoutes.filter(({ method }) => method === 'GET').map(({ url }) => url);
  return [...ofPages, ...ofServices].map((url) => url.replaceAll(/:(\w+)/gu, (_, name: string) => values[name] ?? 'x'));
}

function publicLists(id: string): readonly string[] {
  const at = `jurisdiction_id=${HOME}`;
  const lists = ['discovery', 'services', 'requests', `requests/${id}`, `tokens/${id}`];
  return [
    ...lists.flatMap((list) => ['json', 'xml'].map((form) => `/open311/v2/${list}.${form}?${at}`)),
    `/open311/v2/requests.json?${at}&service_request_id=${id}&extensions=true`,
    ...['/graphql', '/metrics', '/health/ready', '/health/live', '/robots.txt', `/desk/${HOME}/card/${id}`],
    ...['supplement', 'rate', 'return', 'withdraw'].map((act) => `/${HOME}/follow/${act}`),
  ];
}
