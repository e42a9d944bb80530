import { Unavailable } from '@otklik/host';
import { spawn } from 'node:child_process';

/**
 * Signs requests to ЕСИА with the district's GOST key. The key is never in this process: a certified program or service holds it,
 * which is asked for each signature.
 */
export interface RequestSigner {
  /** What ЕСИА takes for `client_secret`: a detached PKCS#7, DER. Throws `Unavailable`. */
  sign(bytes: Uint8Array, at: SignedStep): Promise<Uint8Array>;
}

export type SignedStep = 'begin' | 'finish';

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_LENGTH = 64 * 1024;
const PROGRAM_PATH = '/usr/local/bin:/usr/bin:/bin';
/** Of those that begin, and of those that come back: who comes back waits for none who begins. Anyone may begin. */
const MAX_RUNNING = 3;
const MAX_WAITING = 16;
const MAX_WAIT_MS = 5_000;

const unavailable = (cause?: unknown): Unavailable => new Unavailable('the signer of requests to ЕСИА', { cause });

/** `at`: an address that is sent the bytes by POST, or the absolute path of a program that reads them; both answer base64. */
export function requestSigner(at: string, token: string | undefined): RequestSigner {
  const ask = at.startsWith('/') ? askProgram(at) : askService(new URL(at), token);
  const sign: Ask<Uint8Array> = async (bytes) => signatureIn(await ask(bytes));
  const places = { begin: limited(sign), finish: limited(sign) };
  return { sign: (bytes, step) => places[step](bytes) };
}

type Ask<Answer = string> = (bytes: Uint8Array) => Promise<Answer>;

function askService(url: URL, token: string | undefined): Ask {
  return async (bytes) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        body: Uint8Array.from(bytes),
        headers: { 'content-type': 'application/octet-stream', ...(token && { authorization: `Bearer ${token}` }) },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) throw new Error(`status ${response.status}`);
      return await response.text();
    } catch (error) {
      throw unavailable(error);
    }
  };
}

/** The program sees none of our variables: secrets stand in them. It is stopped with all that it started. */
function askProgram(path: string): Ask {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const env = { PATH: PROGRAM_PATH };
      const child = spawn(path, { env, stdio: ['pipe', 'pipe', 'ignore'], detached: true });
      const fail = (error: Error): void => {
        clearTimeout(timer);
        reject(unavailable(error));
      };
      // Where no process could be made the error comes later, and there are no pipes.
      child.once('error', fail);
      const stop = (why: string): void => {
        fail(new Error(why));
        child.stdout?.destroy();
        stopGroup(child.pid);
      };
      const timer = setTimeout(stop, TIMEOUT_MS, 'the program takes too long');
      let answer = '';
      child.stdout?.setEncoding('latin1').on('data', (part: string) => {
        answer += part;
        if (answer.length > MAX_ANSWER_LENGTH) stop('the program answers without end');
      });
      child.once('close', (code) => {
        if (code !== 0) return fail(new Error(`the program ended with ${code}`));
        clearTimeout(timer);
        resolve(answer);
      });
      // A program that ends before it has read everything is judged by how it ended.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(bytes);
    });
}

function stopGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // All of it has ended, or runs as another user: then it ends by itself.
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function signatureIn(answer: string): Uint8Array {
  const text = answer.replaceAll(/-----[A-Z0-9 ]+-----|\s/g, '');
  if (text.length > MAX_ANSWER_LENGTH || !/^[\w+/-]+={0,2}$/.test(text))
    throw unavailable(new Error('the answer is not a signature in base64'));
  return Buffer.from(text, 'base64');
}

function limited(sign: Ask<Uint8Array>): Ask<Uint8Array> {
  let running = 0;
  const waiting = new Set<() => void>();
  const wait = (): Promise<void> =>
    new Promise((go, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(start);
        reject(unavailable(new Error('the wait was too long')));
      }, MAX_WAIT_MS);
      const start = (): void => {
        clearTimeout(timer);
        go();
      };
      waiting.add(start);
    });
  return async (bytes) => {
    if (waiting.size >= MAX_WAITING) throw unavailable(new Error('too many requests wait'));
    if (running >= MAX_RUNNING) await wait();
    else running += 1;
    try {
      return await sign(bytes);
    } finally {
      // The place goes to the one that waits longest.
      const [next] = waiting;
      if (next) {
        waiting.delete(next);
        next();
      } else running -= 1;
    }
  };
}
