// A receiver of Otklik's webhooks, without a dependency: WEBHOOK_SECRET=whsec_… PORT=3000 node receiver.mjs
// It listens on this machine; a web server before it holds the certificate.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const { WEBHOOK_SECRET = '', PORT = '3000' } = process.env;
const key = Buffer.from(WEBHOOK_SECRET.replace(/^whsec_/, ''), 'base64');
if (key.length < 24) throw new Error('WEBHOOK_SECRET is missing: whsec_…, as «Веб-хуки» showed it.');

const LARGEST_BODY = 20_000;
const LATEST_SECONDS = 300;

/** Ids that were taken. In your program: a unique column, written in the transaction of what the message does. */
const taken = new Set();

/** Whether the sender knows the secret, and says it now. `body`: the bytes as they came, before anything reads them. */
function isFromOtklik(headers, body) {
  const id = headers['webhook-id'] ?? '';
  const seconds = headers['webhook-timestamp'] ?? '';
  if (!(Math.abs(Date.now() / 1000 - Number(seconds)) <= LATEST_SECONDS)) return false;
  const expected = createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest();
  // Two signatures while the secret is being renewed: one of them is enough.
  return (headers['webhook-signature'] ?? '').split(' ').some((one) => {
    const given = one.startsWith('v1,') ? Buffer.from(one.slice(3), 'base64') : Buffer.alloc(0);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/** Undefined: these bytes are no message. A text that is no UTF-8 is refused before it is read as one. */
function messageOf(body) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** The status of HTTP: 2xx is taken; anything else comes again, for about three days. */
function take(headers, body) {
  if (!isFromOtklik(headers, body)) return 401;
  const message = messageOf(body);
  if (!message) return 400;
  const id = headers['webhook-id'];
  if (taken.has(id)) return 204;
  taken.add(id);
  const { number, question, state } = message.data;
  console.log(JSON.stringify({ id, type: message.type, number, question, state }));
  return 204;
}

const server = createServer(async (request, response) => {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) return response.writeHead(413).end();
    chunks.push(chunk);
  }
  response.writeHead(take(request.headers, Buffer.concat(chunks))).end();
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`ready on ${server.address().port}`));
