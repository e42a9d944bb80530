import { CACHE, read, remove, sendQueued, type Sent } from './drafts.js';
import { fileList } from './file-list.js';
import { answerTo } from './challenge.js';
import { at, paragraph } from './page-words.js';
import { writeForm } from './write-form.js';

const RETRY_INTERVAL_MS = 20_000;

const IDS = ['number', 'code'];

/** Buttons of the receipt that only a script can serve. */
function receipt(buttons: HTMLElement): void {
  buttons.hidden = false;
  for (const button of buttons.querySelectorAll('button'))
    button.onclick = async () => {
      if (button.dataset['act'] === 'print') return print();
      const lines = [...document.querySelectorAll('.keep dt')].map(
        (name, place) => `${name.textContent}: ${at(IDS[place]!).textContent}`,
      );
      await navigator.clipboard.writeText([...lines, location.href.replace(/sent$/, 'follow')].join('\n'));
      button.textContent = buttons.dataset['copied']!;
    };
}

/** A message that the worker sent while no page was open: its number and code are shown once. */
async function sentMeanwhile(form: HTMLFormElement): Promise<void> {
  const path = new URL(form.action).pathname;
  const sent = await read<Sent>('sent', path);
  if (!sent) return;
  form.before(paragraph('note', `${form.dataset['meanwhile']} `, `${sent.number}, ${sent.code}`, ''));
  await remove('sent', path);
}

/** The first visit was not the worker's: this page and its script are taken from the browser's own cache, not sent again. */
async function keepPage(path: string): Promise<void> {
  const cache = await caches.open(CACHE);
  const script = document.querySelector<HTMLScriptElement>('script[src]')!.src;
  for (const address of [path, script])
    if (!(await cache.match(address))) await cache.put(address, await fetch(address, { cache: 'force-cache' }));
}

/** The script answers the server's challenge, while the form is filled in again; the sum is for pages without script. */
async function answerChallenge(challenge: HTMLElement): Promise<void> {
  const answer = await answerTo(challenge.outerHTML);
  if (!answer) return;
  const form = challenge.closest('form')!;
  for (const [name, value] of answer) (form.elements.namedItem(name) as HTMLInputElement).value = value;
  challenge.hidden = true;
}

async function start(): Promise<void> {
  at<HTMLElement | null>('errors')?.focus();
  const buttons = at<HTMLElement | null>('keep-buttons');
  if (buttons) receipt(buttons);
  const form = at<HTMLFormElement | null>('write');
  const challenge = at<HTMLElement | null>('challenge');
  if (challenge) void answerChallenge(challenge);
  if (!form && at<HTMLElement | null>('add')) fileList(() => undefined);
  if (!('indexedDB' in window)) return;
  if (form) {
    await sentMeanwhile(form);
    await writeForm(form);
  } else {
    await sendQueued();
  }
  if ('serviceWorker' in navigator) {
    await navigator.serviceWorker.register('/resident-worker.js');
    if (form) await keepPage(`${form.action}/write`);
  }
  // The browser's own word on the connection is not reliable on a poor line.
  setInterval(
    () => navigator.onLine && document.querySelector('#status .warn') && dispatchEvent(new Event('online')),
    RETRY_INTERVAL_MS,
  );
}

// Private windows refuse the storage: the page works as it does without a script.
start().catch((error: unknown) => console.warn(error));
