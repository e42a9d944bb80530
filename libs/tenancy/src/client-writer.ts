import { randomUUID } from 'node:crypto';
import { writeDirectory } from './directory-writer.js';
import { isRedirect, MAX_REDIRECTS, publicClientScopes, type PublicClient } from './public-client.js';

export const MAX_CLIENT_TITLE_LENGTH = 100;

/** Why a front-end cannot be registered so. */
export class ClientFault extends Error {}

/** Registers a front-end in a district (its number); answers its `client_id`. Throws `ClientFault`. */
export async function addPublicClient(
  ownerUrl: string,
  district: number,
  { title, redirects, scopes }: Omit<PublicClient, 'id'>,
): Promise<string> {
  if (title.trim() === '' || title.length > MAX_CLIENT_TITLE_LENGTH)
    throw new ClientFault(`The title has 1 to ${MAX_CLIENT_TITLE_LENGTH} characters.`);
  if (redirects.length === 0 || redirects.length > MAX_REDIRECTS)
    throw new ClientFault(`From 1 to ${MAX_REDIRECTS} addresses of return are needed.`);
  const wrong = redirects.find((address) => !isRedirect(address));
  if (wrong !== undefined)
    throw new ClientFault(
      `"${wrong}" is no exact address of return: https://… as a browser writes it, or http://localhost:<port>/… for development.`,
    );
  const id = randomUUID();
  const data = { title: title.trim(), redirects, scopes: publicClientScopes.filter((one) => scopes.includes(one)) };
  await writeDirectory(ownerUrl, (writer) => writer.put(district, { kind: 'client', code: id, data }));
  return id;
}

/** False where there is none in the district. */
export async function revokePublicClient(ownerUrl: string, district: number, id: string): Promise<boolean> {
  return (await writeDirectory(ownerUrl, (writer) => writer.close(district, 'client', id))) > 0;
}
