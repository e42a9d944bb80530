import { Unavailable } from '@otklik/host';
import { spawn } from 'node:child_process';

/**
 * Signs requests to ЕСИА with the district's GOST key. The key is never in this process: a certified program or service holds it,
 * which is asked for each signature.
 */
export interface RequestSigner {
  /** What ЕСИА takes for `client_secret`: a detached PKCS#7, DER. Throws `Unavailable`. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_LENGTH = 64 * 1024;
const PROGRAM_PATH = '/usr/local/bin:/usr/bin:/bin';
/** Anyone may begin a sign-in: beyond these the signer is not asked, and the page says that sign-in is not possible now. */
const MAX_RUNNING = 4;
const MAX_WAITING = 32;

const unavailable = (cause?: unknown): Unavailable => new Unavailable('the signer of requests to ЕСИА', { cause });

/** `at`: an address that is sent the bytes by POST, or the absolute path of a program that reads them; both answer base64. */
export function requestSigner(at: string, token: string | undefined): RequestSigner {
  const ask = at.startsWith('/') ? askProgram(at) : askService(new URL(at), token);
  return limited({ sign: async (bytes) => signatureIn(await ask(bytes)) });
}

type Ask = (bytes: Uint8Array) => Promise<string>;

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
        child.stdout.destroy();
        stopGroup(child.pid);
        reject(unavailable(error));
      };
      const timer = setTimeout(() => fail(new Error('the program takes too long')), TIMEOUT_MS);
      let answer = '';
      child.stdout.setEncoding('latin1').on('data', (part: string) => {
        answer += part;
        if (answer.length > MAX_ANSWER_LENGTH) fail(new Error('the program answers without end'));
      });
      child.once('error', fail);
      child.once('close', (code) => {
        if (code !== 0) return fail(new Error(`the program ended with ${code}`));
        clearTimeout(timer);
        resolve(answer);
      });
      // A program that ends before it has read everything is judged by how it ended.
      child.stdin.on('error', () => undefined);
      child.stdin.end(bytes);
    });
}

function stopGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // All of it has ended.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function signatureIn(answer: string): Uint8Array {
  const text = answer.replaceAll(/-----[A-Z0-9 ]+-----|\s/g, '');
  if (text.length > MAX_ANSWER_LENGTH || !/^[\w+/-]+={0,2}$/.test(text))
    throw unavailable(new Error('the answer is not a signature in base64'));
  return Buffer.from(text, 'base64');
}

function limited(signer: RequestSigner): RequestSigner {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    sign: async (bytes) => {
      if (waiting.length >= MAX_WAITING) throw unavailable(new Error('too many requests wait'));
      if (running >= MAX_RUNNING) await new Promise<void>((next) => waiting.push(next));
      else running += 1;
      try {
        return await signer.sign(bytes);
      } finally {
        // The place goes to the one that waits longest.
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
