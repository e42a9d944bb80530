import type { ModelRun } from './model-run.fixture.js';

/** A letter that was accepted comes back, and now and then it is reported twice. */
export async function comeBack(run: ModelRun): Promise<void> {
  const { product, chance } = run;
  const { returning } = product.mail;
  if (returning.length === 0) return;
  const one = chance.oneOf(returning);
  const notice = await product.comeBack(one.path);
  run.cameBack.push({ letter: one.letter, notice });
  if (chance.happens(0.8)) returning.splice(returning.indexOf(one), 1);
  run.count('a letter that came back');
}
