import type { CoExecutorPartInput, CoExecutorsInput, FinishPartInput } from '@otklik/contracts/generated/graphql';
import { BadInput, checkAll, demandRange, optionalText } from '@otklik/host';

const FEW = { min: 0, max: 20 };
const MAX_PARTS = { min: 0, max: 40 };
const MAX_PART_LENGTH = 500;

/** A copy with the texts of the parts cleaned. Throws `BadInput` where there are too many, and for faults of the parts. */
export function cleanCoExecutors<Input extends CoExecutorsInput>(input: Input, path: string): Input {
  const { officials, departments, parts } = input;
  const given = parts ?? [];
  checkAll(
    () => demandRange(officials.length, FEW, `${path}.officials`),
    () => demandRange(departments.length, FEW, `${path}.departments`),
    () => demandRange(given.length, MAX_PARTS, `${path}.parts`),
  );
  const clean = checkAll(...given.map((part, at) => () => cleanPart(part, `${path}.parts.${at}`)));
  return parts ? { ...input, parts: clean } : input;
}

function cleanPart(part: CoExecutorPartInput, path: string): CoExecutorPartInput {
  demandOneOf(part, path);
  const { text: raw, ...whose } = part;
  const text = optionalText(raw, { max: MAX_PART_LENGTH, path: `${path}.text` });
  return text === undefined ? whose : { ...whose, text };
}

/** A part is one co-executor's: an official's, or a department's. Throws `BadInput`. */
export function demandOneOf(
  { official, department }: Pick<FinishPartInput, 'official' | 'department'>,
  path: string,
): void {
  if (Boolean(official) === Boolean(department))
    throw new BadInput('BAD_INPUT', path, {}, 'Either an official or a department.');
}
