import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  authenticatorOf,
  PASSWORD,
  signInUnderTest,
  type Begun,
  type SignInUnderTest,
} from './testing/sign-in.fixture.js';

let signIn: SignInUnderTest;
beforeAll(async () => void (signIn = await signInUnderTest()));
afterAll(() => signIn.close());

/** With the password shown, at the page after it. */
async function afterPassword(password = PASSWORD): Promise<Begun & { readonly page: string }> {
  const begun = await signIn.begin();
  expect((await signIn.post(begun.url, { login: 'head', password }, begun)).statusCode).toBe(303);
  return { ...begun, page: (await signIn.get(begun.url, begun)).body };
}

/** The code that the page's own key gives now. */
const enrol = ({ url, cookie, page }: Begun & { readonly page: string }) =>
  signIn.post(url, { code: authenticatorOf(page)(signIn.clock.at) }, { cookie });

const storedFactor = async (): Promise<string | null> => {
  const { rows } = await signIn.database
    .scope(0)
    .query<{ totp: string | null }>(`select totp from administration.account where login = 'head'`);
  return rows[0]!.totp;
};

describe('a set-up page that was opened with a stolen password', () => {
  beforeEach(async () => {
    signIn.clock.at += 60_000;
    await signIn.setPassword('head');
  });

  it('does not finish after the owner enrolled: the password is asked for again, and the owner’s factor stays', async () => {
    const thief = await afterPassword();
    expect((await enrol(await afterPassword())).headers.location).toContain('/oidc/auth/');
    const owners = await storedFactor();
    const refused = await enrol(thief);
    expect([refused.statusCode, refused.body]).toEqual([409, expect.stringContaining('Введите пароль ещё раз')]);
    expect(refused.body).toContain('name="password"');
    expect(await storedFactor()).toBe(owners);
    // Its page is that of the password now, which leads to the owner's code.
    expect((await signIn.get(thief.url, thief)).body).toContain('name="password"');
    expect((await signIn.post(thief.url, { code: '000000' }, thief)).statusCode).toBe(422);
    expect((await afterPassword()).page).toContain('Код из приложения');
  });

  it('does not finish after a new password, nor does a page that waits for the code', async () => {
    const thief = await afterPassword();
    const other = 'девять бодрых выдр у Лены';
    await signIn.setPassword('head', other);
    expect((await enrol(thief)).statusCode).toBe(409);
    expect(await storedFactor()).toBeNull();
    const owner = await afterPassword(other);
    expect((await enrol(owner)).headers.location).toContain('/oidc/auth/');
    signIn.clock.at += 30_000;
    const waiting = await afterPassword(other);
    await signIn.setPassword('head');
    const code = authenticatorOf(owner.page)(signIn.clock.at);
    expect((await signIn.post(waiting.url, { code }, waiting)).statusCode).toBe(409);
  });

  it('and another one at the same moment: one of them sets the factor', async () => {
    const both = [await afterPassword(), await afterPassword()];
    const answers = await Promise.all(both.map(enrol));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
  });
});
