import { ofType, type Fact } from './case-facts.fixture.js';
import type { ModelRun } from './model-run.fixture.js';

/** Cases that another district handed over: their residents have the code of the first one only. */
export function adopt(run: ModelRun): void {
  const { transport, opened } = run.product;
  const known = new Map(run.cases.map((one) => [one.id, one]));
  const routing = transport.all('routing.events');
  for (const { appeal, district, data } of ofType(
    transport.all('intake.events') as readonly Fact[],
    'AppealReceived',
  )) {
    const { question } = (data['origin'] ?? {}) as { readonly question?: string };
    if (question === undefined || known.has(appeal)) continue;
    const first = known.get(routing.find(({ stream }) => stream === question)?.appeal ?? '');
    if (!first) continue;
    const { code } = opened.directory.districtById(district)!;
    const number = String(data['receipt']);
    run.cases.push({ index: run.cases.length, district: code, id: appeal, number, code: undefined, mark: first.mark });
    run.count('a case from the other district');
  }
}
