import { IntakeOperations } from '@otklik/intake/module';
import { standings, type Fact } from './case-facts.fixture.js';
import type { ModelRun } from './model-run.fixture.js';
import { attached, type ModelCase } from './submissions.fixture.js';

const OPEN = `mutation ($district: String!, $number: String!, $code: String!) {
  openAppeal(district: $district, number: $number, code: $code) { ... on OpenedAppeal { token } } }`;

/** The sender of an appeal opens its page and does something there. */
export async function residentActs(run: ModelRun, one: ModelCase): Promise<void> {
  const { product, chance } = run;
  const { district, number, code, mark } = one;
  if (code === undefined) return;
  const { data } = await product.ask(OPEN, { district, number, code });
  const token = (data?.['openAppeal'] as { readonly token?: string } | undefined)?.token;
  if (run.erased.has(one.id)) {
    if (token !== undefined) run.violated('nothingOpenOfTheErased', `case ${one.index} is opened by its code`);
    return;
  }
  if (token === undefined) return run.violated('noFault', `case ${one.index} cannot be opened by its resident`);
  const files = await attached(product, chance, { district, mark, most: 3 });
  const act = chance.weighted([
    { weight: 1, mutation: 'withdrawAppeal', input: {} },
    { weight: 3, mutation: 'supplementAppeal', input: { text: `Дополняю: ничего не сделано, ${mark}.`, files } },
    { weight: 3, mutation: 'rateAppeal', input: { score: chance.integer(1, 5) } },
    { weight: 9, mutation: 'requestReopening', input: { reason: `Ответ не по существу: ${mark}` } },
  ])!;
  await run.command(act.mutation, act.input, { token });
}

/** The operator erases an applicant, mostly one whose case is considered. */
export async function erase(run: ModelRun): Promise<void> {
  const { product, chance } = run;
  const routing = product.transport.all('routing.events') as readonly Fact[];
  const open = new Set(standings(routing).flatMap(({ state, appeal }) => (state === 'OPEN' ? [appeal] : [])));
  const considered = run.cases.filter(({ id }) => open.has(id));
  const one = chance.oneOf(considered.length > 0 && chance.happens(0.7) ? considered : run.cases);
  const { id: district } = product.opened.directory.district(one.district)!;
  const operator = { kind: 'system', id: 'operator' } as const;
  const erased = await product
    .get(IntakeOperations)
    .erase({ district, subject: one.id, actor: operator, ground: 'отзыв согласия' });
  for (const { appeal } of erased) run.erased.add(appeal);
  run.count('an erasure');
}
