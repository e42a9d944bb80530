import { read, remove, send, write, type Draft, type Sent } from './drafts.js';
import { fileList } from './file-list.js';
import { at, filled, paragraph, type Words } from './page-words.js';

const SAVE_DELAY_MS = 500;
/** A few of the words that the server knows; a lamp «не горит», and a house is «аварийный» for years. */
const DANGER = /пожар|гор[ия]т|загоре|дым|газом|запах газ|утечк|взрыв|авари[яию]|искрит/i;

const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;

/** Drafts, smaller photos, the place by GPS, and sending that survives a lost connection. */
export async function writeForm(form: HTMLFormElement): Promise<void> {
  const path = new URL(form.action).pathname;
  const words = form.dataset as Words;
  const key = field(form, 'key');
  let timer = 0;
  let isSending = false;

  const draft = (queued: boolean): Draft => {
    const fields = [...new FormData(form)].filter(([name]) => name !== 'key' && name !== 'files');
    const files = list.files();
    return { path, key: key.value, fields: fields as [string, string][], files, queued, savedAt: Date.now() };
  };
  const save = async (queued = false): Promise<void> => {
    const made = draft(queued);
    await write('drafts', made);
    const time = new Date(made.savedAt).toTimeString().slice(0, 5);
    at('saved').textContent = filled(words['saved']!, { time });
    at('clear').hidden = false;
  };
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), SAVE_DELAY_MS);
  };
  const list = fileList(later);
  const sayOffline = (why = words['offline']!) => say(why, words['offlineText']!);

  const trySend = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    await save(true);
    say(words['sending']!, list.files().length > 0 ? words['sendingText']! : '');
    const { what, page } = await send(draft(true));
    isSending = false;
    if (what === 'SENT') {
      await remove('drafts', path);
      location.assign(`${path}/sent`);
    } else if (what === 'WRONG') {
      await save(false);
      showCorrections(page);
    } else {
      sayOffline(refusal(page));
      await askForSync();
    }
  };
  /** Without a press of the button, past what is near: the writer may have left. */
  const resend = () => {
    field(form, 'seen').value = '1';
    return trySend();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    void trySend();
  };
  const onReturn = async (): Promise<void> => {
    // A form that was replaced by its correction sends nothing.
    if (isSending || !form.isConnected) return;
    if ((await read<Draft>('drafts', path))?.queued) return resend();
    // The worker was faster: the reloaded page shows number and code.
    if (await read<Sent>('sent', path)) location.reload();
  };
  addEventListener('online', () => void onReturn());
  addEventListener('offline', () => sayOffline());
  form.addEventListener('input', () => {
    at('urgent').className = DANGER.test(at<HTMLTextAreaElement>('text').value.replace(/не гор/gi, ''))
      ? 'warn'
      : 'note';
    later();
  });
  at('clear').onclick = async () => {
    if (!confirm(words['clearAsk'])) return;
    clearTimeout(timer);
    await remove('drafts', path);
    location.replace(`${path}/write`);
  };

  const kept = await read<Draft>('drafts', path);
  restore(form, kept);
  list.set(kept?.files ?? []);
  placeButton(form, words);
  // The device has them: they go again, and are stored once.
  if (list.files().length > 0) for (const one of document.querySelectorAll('#again,#stored')) one.remove();
  if (!navigator.onLine) sayOffline();
  if (kept?.queued && words['hadErrors'] === undefined) await resend();
}

function say(title: string, text: string): void {
  at('status').replaceChildren(paragraph('warn', '', title, ` ${text}`));
  // And where the eyes are after a press of the button.
  at('saved').textContent = `${title} ${text}`;
}

/** What a server that is reached but takes nothing now says, such as «подождите»; undefined without its page. */
function refusal(page: string): string | undefined {
  return (
    new DOMParser().parseFromString(page, 'text/html').querySelector('#errors li,.lead[role=alert]')?.textContent ??
    undefined
  );
}

/** After a correction the server's page has the newest text, and only the files are taken from the draft. */
function restore(form: HTMLFormElement, kept: Draft | undefined): void {
  const key = field(form, 'key');
  if (form.dataset['hadErrors'] !== undefined) return;
  if (!kept) {
    // The page may come from the worker's cache, with a key that was used.
    if ('randomUUID' in crypto) key.value = crypto.randomUUID();
    return;
  }
  key.value = kept.key;
  for (const [name, value] of kept.fields) {
    const one = field(form, name) as HTMLInputElement | null;
    if (one?.type === 'checkbox') one.checked = true;
    // Of this page nothing was shown yet.
    else if (one && name !== 'seen') one.value = value;
  }
}

/** The server's page in place of this one: what has to be corrected, with the focus on it. */
function showCorrections(page: string): void {
  const shown = new DOMParser().parseFromString(page, 'text/html');
  document.title = shown.title;
  document.querySelector('main')!.replaceWith(shown.querySelector('main')!);
  at<HTMLElement | null>('errors')?.focus();
  scrollTo(0, 0);
  const again = at<HTMLFormElement | null>('write');
  if (again) void writeForm(again);
}

/** Chromium sends it even after the page is closed; elsewhere it goes when a page is open. */
async function askForSync(): Promise<void> {
  const worker = await navigator.serviceWorker?.getRegistration();
  const { sync } = (worker ?? {}) as { sync?: { register(tag: string): Promise<void> } };
  // Refused where the person switched it off: the page itself tries again.
  await sync?.register('drafts').catch((error: unknown) => console.debug(error));
}

/** Marks the place by GPS, and takes the mark away again. */
function placeButton(form: HTMLFormElement, words: Words): void {
  const holder = at('here');
  if (!('geolocation' in navigator) || !isSecureContext) return;
  holder.hidden = false;
  const button = holder.querySelector('button')!;
  const point = field(form, 'point');
  const show = (told: string) => {
    button.textContent = words[point.value === '' ? 'mark' : 'unmark']!;
    at('here-status').textContent = told;
  };
  const set = (value: string, told: string) => {
    point.value = value;
    show(told);
    form.dispatchEvent(new Event('input'));
  };
  const found = ({ coords: { latitude, longitude, accuracy } }: GeolocationPosition) => {
    const told = `${words['here']} ${filled(words['accuracy']!, { n: Math.ceil(accuracy) })}`;
    set(`${latitude.toFixed(5)},${longitude.toFixed(5)}`, told);
  };
  button.onclick = () => {
    if (point.value !== '') return set('', '');
    show(words['locating']!);
    navigator.geolocation.getCurrentPosition(found, () => show(words['noHere']!), {
      enableHighAccuracy: true,
      timeout: 20_000,
    });
  };
  show(point.value === '' ? '' : words['here']!);
}
