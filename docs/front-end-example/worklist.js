// A live worklist on another team's page: docs/front-end.md explains each part. The page is opened as
// index.html#api=http://127.0.0.1:4000&district=aldan&token=…; a real front-end gets the token from its OIDC provider.
import { createClient } from 'graphql-ws';

const given = new URLSearchParams(location.hash.slice(1));
const api = given.get('api');
const district = given.get('district');
const authorization = `Bearer ${given.get('token')}`;

const LIST = `query ($district: String!, $consistentWith: String) {
  appeals(district: $district, filter: { states: [RECEIVED] }, order: NEWEST, first: 50, consistentWith: $consistentWith) {
    total stale liveCursor nodes { ...Row } } }
  fragment Row on AppealRow { id receipt version excerpt fileCount }`;
const CHANGES = `subscription ($district: String!, $after: String) {
  appealChanges(district: $district, filter: { states: [RECEIVED] }, after: $after) { cursor id version kind row { ...Row } } }
  fragment Row on AppealRow { id receipt version excerpt fileCount }`;
const TAKE_UP = `mutation ($input: AppealActInput!) { takeUpMessage(input: $input) {
  ... on Change { consistencyToken } ... on Refusal { code message } } }`;

const FILES = `query ($district: String!, $id: UUID!) { appeal(district: $district, id: $id) { files { name type url } } }`;

/** Runs an operation; an error carries its code, and for invalid input the field's path and the reason in English. */
async function ask(query, variables) {
  const response = await fetch(`${api}/graphql`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'accept-language': 'ru' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw Object.assign(new Error(errors[0].message), errors[0].extensions);
  return data;
}

const rows = new Map();

function show() {
  const list = document.querySelector('#rows');
  list.replaceChildren(
    ...[...rows.values()].map(({ id, receipt, excerpt, fileCount }) => {
      const item = document.createElement('li');
      item.textContent = `${receipt} ${excerpt} `;
      if (fileCount > 0) item.append(filesButton(id));
      return item;
    }),
  );
  document.querySelector('#state').textContent = `На модерации: ${rows.size}`;
  document.querySelector('#take-up button').disabled = rows.size === 0;
}

function filesButton(id) {
  const button = document.createElement('button');
  button.textContent = 'Фотографии';
  button.addEventListener('click', () => showFiles(id).catch(showProblem));
  return button;
}

/** A file is opened with the token, which an <img> cannot send: it is fetched, and shown from memory. */
async function showFiles(id) {
  const { appeal } = await ask(FILES, { district, id });
  const images = appeal.files.filter(({ type }) => type.startsWith('image/'));
  const pictures = images.map(async ({ name, url }) => {
    const response = await fetch(`${api}${url}?size=thumb`, { headers: { authorization } });
    const picture = new Image();
    picture.src = URL.createObjectURL(await response.blob());
    picture.alt = name ?? '';
    return picture;
  });
  document.querySelector('#files').replaceChildren(...(await Promise.all(pictures)));
}

function showProblem({ code = 'NETWORK', message, reason = '' }) {
  document.querySelector('#problem').textContent = `${code}: ${message} ${reason}`;
}

/** Reads the list anew; answers where its changes go on. */
async function load(consistentWith) {
  const { appeals } = await ask(LIST, { district, consistentWith });
  rows.clear();
  for (const row of appeals.nodes) rows.set(row.id, row);
  show();
  return appeals.liveCursor;
}

/** A change may come twice; the version of a row only grows. */
function apply({ id, version, kind, row }) {
  const known = rows.get(id);
  if (known && known.version > version) return;
  if (kind === 'LEFT') rows.delete(id);
  else rows.set(id, row);
  show();
}

const socket = createClient({
  url: `${api.replace(/^http/, 'ws')}/graphql`,
  connectionParams: { authorization },
  retryAttempts: Infinity,
  shouldRetry: () => true,
});

/** Follows the list from its cursor on. A connection that was lost resumes after the last change that arrived. */
async function follow(after) {
  for (;;) {
    const changes = socket.iterate({ query: CHANGES, variables: { district, after } });
    try {
      for await (const { data, errors } of changes) {
        if (errors) throw Object.assign(new Error(errors[0].message), errors[0].extensions);
        after = data.appealChanges.cursor;
        apply(data.appealChanges);
      }
    } catch (error) {
      // The cursor is too old to resume from: the list is read anew.
      if (error.code !== 'BAD_CURSOR') throw error;
      after = await load();
    }
  }
}

document.querySelector('#take-up').addEventListener('submit', (event) => {
  event.preventDefault();
  takeUpFirst().catch(showProblem);
});

async function takeUpFirst() {
  const [first] = rows.values();
  // One key for each press of the button: a request that is sent again changes nothing twice.
  const input = { district, id: first.id, key: crypto.randomUUID(), expectedVersion: first.version };
  const { takeUpMessage } = await ask(TAKE_UP, { input });
  document.querySelector('#problem').textContent = takeUpMessage.message ?? '';
  await load(takeUpMessage.consistencyToken);
}

try {
  await follow(await load());
} catch (error) {
  showProblem(error);
}
