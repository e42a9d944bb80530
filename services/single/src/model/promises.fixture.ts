import { localDate } from '@otklik/kernel';
import { byStream, ofType, standings, type CaseFacts, type Fact } from './case-facts.fixture.js';
import type { ModelRun } from './model-run.fixture.js';

const LIST = `query ($district: String!, $after: String) {
  appeals(district: $district, filter: { promises: [WAITING, KEPT, LATE] }, first: 100, after: $after) {
    nodes { questions { id dueOn overdue promise { state until missed } } } pageInfo { hasNextPage endCursor } } }`;

interface Listed {
  readonly id: string;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly promise: { readonly state: string; readonly until: string; readonly missed: boolean } | null;
}

/** A promise as the facts tell it. */
interface Promised {
  readonly question: string;
  readonly district: number;
  readonly until: string;
  readonly keptOn?: string;
}

/** What a controller's lists of promises have otherwise than the facts, in words. */
export async function promisesOtherwise(run: ModelRun, facts: CaseFacts): Promise<readonly string[]> {
  const { directory } = run.product.opened;
  const wrong: string[] = [];
  for (const code of ['aldan', 'kuol']) {
    const { id, zone } = directory.district(code)!;
    const today = localDate(facts.now, zone);
    const expected = promised(facts).filter(({ district }) => district === id);
    run.countOf('promises looked at', expected.length);
    run.countOf('missed promises looked at', expected.filter((one) => isMissed(one, today)).length);
    const listed = new Map((await list(run, code)).map((one) => [one.id, one]));
    wrong.push(
      ...expected.filter((one) => !isShown(listed.get(one.question), one, today)).map((one) => told(one, listed)),
      ...[...listed.values()]
        .filter(({ id: question, promise }) => promise && !expected.some((one) => one.question === question))
        .map(({ id: question }) => `question ${question} promised nothing`),
    );
  }
  return wrong;
}

/** Of questions that are answered, the latest promise of each. */
function promised(facts: CaseFacts): readonly Promised[] {
  const routing = facts.of('routing.events');
  const erased = new Set(ofType(facts.of('intake.events'), 'PersonErased').map(({ appeal }) => appeal));
  const streams = byStream(routing);
  return standings(routing)
    .filter(({ state, appeal }) => state === 'ENDED' && !erased.has(appeal))
    .flatMap(({ question }) => promiseOf(streams.get(question) ?? []));
}

function promiseOf(question: readonly Fact[]): readonly Promised[] {
  const anew = ofType(question, 'QuestionReopened').at(-1)?.version ?? 0;
  const own = question.filter(({ version }) => version > anew);
  const set = ofType(own, 'MeasuresPromised', 'PromiseExtended').at(-1);
  if (!set) return [];
  const kept = ofType(own, 'PromiseConfirmed').at(-1);
  const { stream, district, data } = set;
  const until = String(data['until']);
  return [{ question: stream, district, until, ...(kept && { keptOn: String(kept.data['keptOn']) }) }];
}

const isMissed = ({ until, keptOn }: Promised, today: string): boolean => keptOn === undefined && until < today;

/** Waited for, it is due on its day; kept, it is not. */
function isShown(listed: Listed | undefined, one: Promised, today: string): boolean {
  const { until, keptOn } = one;
  const missed = isMissed(one, today);
  const state = keptOn === undefined ? 'WAITING' : keptOn <= until ? 'KEPT' : 'LATE';
  const { promise, dueOn, overdue } = listed ?? {};
  const isDue = keptOn === undefined ? dueOn === until && overdue === missed : !overdue;
  return isDue && promise?.state === state && promise.until === until && promise.missed === missed;
}

function told(one: Promised, listed: ReadonlyMap<string, Listed>): string {
  return `promise ${JSON.stringify(one)} is shown as ${JSON.stringify(listed.get(one.question))}`;
}

async function list({ product }: ModelRun, district: string): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  for (let after: string | null = null; ;) {
    const { data, code } = await product.ask(LIST, { district, after }, { as: `${district}.controller` });
    if (code !== undefined) throw new Error(`The list of promises: ${code}`);
    const { nodes, pageInfo } = data!['appeals'] as {
      readonly nodes: readonly { readonly questions: readonly Listed[] }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
    found.push(...nodes.flatMap(({ questions }) => questions));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}
