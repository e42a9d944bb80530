import { Invitations } from '@otklik/administration/module';
import { addOfficial } from '@otklik/tenancy/loader';
import type { Composition } from './composition.js';

const LOGIN = 'admin';

/**
 * An installation without officials gets its first administrator, of every district, who invites the others. The link is
 * printed at each start until it is used: only a hash of it is kept.
 */
export async function inviteFirstAdministrator(composition: Composition, print: (line: string) => void): Promise<void> {
  const { config, directory, ownerUrl } = composition;
  if (config.issuer !== undefined) return;
  const logins = new Set(directory.districts().flatMap(({ officials }) => officials.map(({ login }) => login)));
  if (logins.size > 1 || (logins.size === 1 && !logins.has(LOGIN))) return;
  const invitations = composition.get(Invitations);
  if (logins.size === 0) {
    const roles = directory.districts().map(({ code }) => ({ district: code, role: 'DISTRICT_ADMIN' as const }));
    if (roles.length === 0) return;
    await addOfficial(ownerUrl, { login: LOGIN, name: 'Администратор', roles });
    await directory.refresh();
  }
  if (await invitations.hasPassword(LOGIN)) return;
  const { link, expiresAt } = await invitations.issue(LOGIN);
  if (expiresAt === null) return;
  print(`The first administrator, ${LOGIN}, sets the password here (once, until ${expiresAt.slice(0, 10)}): ${link}`);
}
