import { ofType, type CaseFacts } from './case-facts.fixture.js';
import type { ModelRun } from './model-run.fixture.js';

interface Attached {
  readonly id: string;
  readonly sha256: string;
}

/**
 * Every file of every case, as its district and the other one get it: whole in its own, none once the applicant was erased,
 * and never in the other. In words what is otherwise; throws when there is hardly anything to look at.
 */
export async function filesOtherwise(run: ModelRun, facts: CaseFacts): Promise<readonly string[]> {
  const { product } = run;
  const { directory } = product.opened;
  const wrong: string[] = [];
  let opened = 0;
  for (const { appeal, district, data } of ofType(facts.of('intake.events'), 'AppealReceived', 'AppealSupplemented')) {
    const { code } = directory.districtById(district)!;
    const other = code === 'aldan' ? 'kuol' : 'aldan';
    for (const { id, sha256 } of (data['files'] ?? []) as readonly Attached[]) {
      const own = await product.files.open(code, id, `${code}.controller`);
      const expected = run.erased.has(appeal) ? 404 : sha256;
      if (own !== expected) wrong.push(`file ${id} of appeal ${appeal} opens as ${own} instead of ${expected}`);
      const elsewhere = await product.files.open(other, id, `${other}.controller`);
      if (elsewhere !== 404) wrong.push(`file ${id} of appeal ${appeal} opens in ${other}`);
      if (own === sha256) opened += 1;
    }
  }
  if (opened === 0) throw new Error('No case had a file that opens.');
  run.countOf('files opened', opened);
  return wrong;
}
