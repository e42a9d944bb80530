// Officials sign in at another team's page: authorization code with PKCE (OAuth 2.1), without a secret. docs/front-end.md explains
// each part. The page is opened once as sign-in.html#api=http://127.0.0.1:4000&client=<client_id>&district=aldan.
const given = new URLSearchParams(location.hash.slice(1));
if (given.has('api')) sessionStorage.setItem('settings', JSON.stringify(Object.fromEntries(given)));
const { api, client, district } = JSON.parse(sessionStorage.getItem('settings') ?? '{}');
// Exactly as it was registered.
const redirect = location.origin + location.pathname;
// In memory alone: what is stored, any script of the page reads.
let tokens;

const base64url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** Leaves for the sign-in page. What proves that this page began the sign-in stays in the tab. */
async function signIn() {
  const attempt = { verifier: random(), state: random() };
  sessionStorage.setItem('attempt', JSON.stringify(attempt));
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(attempt.verifier));
  location.assign(
    `${api}/oidc/auth?${new URLSearchParams({
      client_id: client,
      redirect_uri: redirect,
      response_type: 'code',
      scope: 'openid read',
      state: attempt.state,
      code_challenge: base64url(challenge),
      code_challenge_method: 'S256',
    })}`,
  );
}

/** Asks the token endpoint; a refresh token is good once: the answer has its successor. */
async function askTokens(parameters) {
  const response = await fetch(`${api}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: client, ...parameters }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  tokens = { access: answer.access_token, refresh: answer.refresh_token };
}

/** The way back: the code is exchanged once, and leaves the address. */
async function finish(answer) {
  const { verifier, state } = JSON.parse(sessionStorage.getItem('attempt') ?? '{}');
  sessionStorage.removeItem('attempt');
  history.replaceState(null, '', redirect);
  if (answer.get('state') !== state) throw new Error('state');
  if (answer.has('error')) throw new Error(answer.get('error'));
  const code = answer.get('code');
  await askTokens({ grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: verifier });
}

async function ask(query, variables, isAgain = false) {
  const response = await fetch(`${api}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.access}`, 'content-type': 'application/json', 'accept-language': 'ru' },
    body: JSON.stringify({ query, variables }),
  });
  // The access token lives ten minutes.
  if (response.status === 401 && !isAgain) {
    await askTokens({ grant_type: 'refresh_token', refresh_token: tokens.refresh });
    return ask(query, variables, true);
  }
  const { data, errors } = await response.json();
  if (errors) throw Object.assign(new Error(errors[0].message), errors[0].extensions);
  return data;
}

async function signOut() {
  const body = new URLSearchParams({ client_id: client, token: tokens.refresh });
  await fetch(`${api}/oidc/token/revocation`, { method: 'POST', body });
  tokens = undefined;
  await show();
}

async function show() {
  document.querySelector('#sign-in').hidden = Boolean(tokens);
  document.querySelector('#sign-out').hidden = !tokens;
  const state = document.querySelector('#state');
  if (!tokens) return void (state.textContent = 'Вы не вошли.');
  const { viewer, appeals } = await ask(
    `query ($district: String!) {
      viewer { name }
      appeals(district: $district, filter: { states: [RECEIVED] }, order: NEWEST, first: 1) { total } }`,
    { district },
  );
  state.textContent = `${viewer.name}. На модерации: ${appeals.total}`;
}

const guarded = (work) =>
  work.catch(({ code, message }) => {
    document.querySelector('#problem').textContent = code ? `${code}: ${message}` : message;
  });
document.querySelector('#sign-in').addEventListener('click', () => guarded(signIn()));
document.querySelector('#sign-out').addEventListener('click', () => guarded(signOut()));
const answer = new URLSearchParams(location.search);
if (answer.has('state')) await guarded(finish(answer));
await guarded(show());
