import type { Client } from 'urql';
import { operation } from '../../../frame/graphql-client.js';
import { inWorkDocument } from './district-file.queries.js';

/** For differences it is good for ten minutes; a new file is applied by one that was just asked for. */
const FRESH_MS = 5 * 60_000;

let known: { readonly district: string; readonly at: number; readonly pass: string } | undefined;

/**
 * By which the server knows what open questions have; without it a new file removes nothing. Undefined where the register does not
 * answer: the server then says that it was not checked.
 */
export async function inWorkPass(
  client: Client,
  district: string,
  { isAnew = false } = {},
): Promise<string | undefined> {
  if (!isAnew && known?.district === district && Date.now() - known.at < FRESH_MS) return known.pass;
  const at = Date.now();
  const options = { requestPolicy: 'network-only' } as const;
  const { data } = await client.query(operation(inWorkDocument), { district }, options).toPromise();
  if (data) known = { district, at, pass: data.settingsInWork.pass };
  return data?.settingsInWork.pass;
}
