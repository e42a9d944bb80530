import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compose, schemaFiles } from '@otklik/contracts/schema';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { generatedOperations, type GeneratedOperation } from '../testing/generated-operations.js';
import { smallGateway, type Answer, type SmallGateway } from '../testing/small-gateway.js';
import { threeOwners } from '../testing/three-owners.js';

const files = [...schemaFiles().filter(({ name }) => ['common', 'refusals'].includes(name)), ...threeOwners.files];
const schema = buildSchema(compose(files).sdl, { assumeValidSDL: true });
const RUNS = 1_000;

let here: SmallGateway;
let there: SmallGateway;
beforeAll(async () => {
  here = await smallGateway({}, { owners: threeOwners });
  there = await smallGateway({}, { owners: threeOwners, forwarded: true });
});
afterAll(async () => {
  await here.application.close();
  await there.application.close();
});

/**
 * Errors of one answer come in whatever order their fields were done in. Fields are compared by name: compiled, one stands
 * where it was named first, even when a literal `@skip(if: true)` left it out there.
 */
function normal({ status, body }: { status: number; body: Answer }) {
  const errors = (body.errors ?? []).map((error) =>
    JSON.stringify({ ...error, extensions: { ...error.extensions, requestId: '' } }),
  );
  return { status, data: body.data ?? null, errors: errors.toSorted() };
}

const counted = { several: 0, withErrors: 0, nothing: 0, refused: 0 };

async function areEqual({ query, variables }: GeneratedOperation): Promise<void> {
  const options = async (gateway: SmallGateway) => ({ variables, token: await gateway.sign() });
  // Compiled with the second call, which reports all errors of fields that fail beside each other.
  const [one] = [await here.ask(query, await options(here)), await there.ask(query, await options(there))];
  const [ours, theirs] = [
    normal(await here.ask(query, await options(here))),
    normal(await there.ask(query, await options(there))),
  ];
  // Once all is null, GraphQL need not look for more that is wrong; owners who do not know of each other do.
  const errors = ours.data === null ? theirs.errors.filter((error) => ours.errors.includes(error)) : theirs.errors;
  expect({ ...theirs, errors }).toEqual(ours);
  if (one.status !== 200) counted.refused += 1;
  if (ours.errors.length > 0) counted.withErrors += 1;
  if (ours.data === null) counted.nothing += 1;
  if (new Set(query.match(/alpha|beta|gamma/g)).size > 1) counted.several += 1;
}

it(`answers ${RUNS} generated operations as one process does`, async () => {
  await fc.assert(fc.asyncProperty(generatedOperations(schema), areEqual), { numRuns: RUNS, endOnFailure: true });
  expect(counted.several).toBeGreaterThan(RUNS / 3);
  expect(counted.withErrors).toBeGreaterThan(RUNS / 5);
}, 300_000);
