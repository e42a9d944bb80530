import { addDays, localDate } from '@otklik/kernel';
import { topics } from '@otklik/contracts/envelope';
import type { CaseFacts } from './case-facts.fixture.js';
import type { ModelRun } from './model-run.fixture.js';

/** An official does the duties of another, by an order that the model knows of. */
export interface Order {
  readonly district: number;
  /** Logins. */
  readonly away: string;
  readonly acting: string;
  /** Ids. */
  readonly absent: string;
  readonly substitute: string;
  /** Dates of the district's zone, both included. */
  readonly from: string;
  readonly to: string;
}

const ROLES = ['executor', 'executor.housing', 'approver', 'signatory', 'coordinator'];
const OFFICIALS = 'query ($district: String!) { officials(district: $district) { id version } }';

/** The head appoints a substitute for an official who is absent from today on. */
export async function appointSubstitute(run: ModelRun, code: string): Promise<void> {
  const { product, chance } = run;
  const { directory } = product.opened;
  const [away, acting] = [`${code}.${chance.oneOf(ROLES)}`, `${code}.${chance.oneOf(ROLES)}`];
  const { id: absent } = directory.official(away)!;
  const { id: substitute } = directory.official(acting)!;
  const { id: district, zone } = directory.district(code)!;
  const head = { as: `${code}.head` };
  const { data } = await product.ask(OFFICIALS, { district: code }, head);
  const known = (data?.['officials'] ?? []) as readonly { readonly id: string; readonly version: number }[];
  const expectedVersion = known.find(({ id }) => id === absent)!.version;
  const from = localDate(product.now, zone);
  const to = addDays(from, chance.integer(2, 15));
  const input = { district: code, id: absent, expectedVersion, substitute, from, to, order: '15-р', post: 'и. о.' };
  const { refused } = await run.command('appointSubstitute', input, head, '... on OfficialAccount { id }');
  if (refused !== undefined) return;
  run.orders.push({ district, away, acting, absent, substitute, from, to });
  await directory.refresh();
}

/** The login of the official's substitute today, or the official's own. */
export function actingFor({ orders, product, chance }: ModelRun, login: string): string {
  const order = orders.findLast(({ away }) => away === login);
  if (!order) return login;
  const { zone } = product.opened.directory.districtById(order.district)!;
  // The day after the last one he tries, too.
  return localDate(product.now, zone) <= addDays(order.to, 1) && chance.happens(0.7) ? order.acting : login;
}

/** Facts that were recorded on behalf of an official who was present, in words. */
export function inTheSteadOfThePresent({ orders, product }: ModelRun, facts: CaseFacts): readonly string[] {
  return topics
    .flatMap((topic) => facts.of(topic))
    .filter(({ district, actor: { id, onBehalfOf }, at }) => {
      if (onBehalfOf === undefined) return false;
      const on = localDate(at, product.opened.directory.districtById(district)!.zone);
      return !orders.some(
        ({ absent, substitute, from, to }) => absent === onBehalfOf && substitute === id && from <= on && on <= to,
      );
    })
    .map(({ type, stream, at }) => `${type} of ${stream} at ${at} was recorded in the stead of one who was there`);
}
