import { read, remove, send, write, type Draft } from './drafts.js';
import { smaller } from './photos.js';

const MAX_FILES = 5;
const SAVE_DELAY_MS = 500;
const DANGER = /пожар|горит|загор|дым|газ|взрыв|авари|искрит/i;

const filled = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Drafts, smaller photos, the place by GPS, and sending that survives a lost connection. */
export async function writeForm(form: HTMLFormElement): Promise<void> {
  const path = new URL(form.action).pathname;
  const words = form.dataset as Record<string, string>;
  const at = <Found extends HTMLElement>(id: string) => document.getElementById(id) as Found;
  const input = at<HTMLInputElement>('files');
  const key = form.elements.namedItem('key') as HTMLInputElement;
  let files: readonly File[] = [];
  let timer = 0;
  let isSending = false;

  const draft = (queued: boolean): Draft => {
    const fields = [...new FormData(form)].filter(([name]) => name !== 'key' && name !== 'files');
    return { path, key: key.value, fields: fields as [string, string][], files, queued, savedAt: Date.now() };
  };
  const save = async (queued = false): Promise<void> => {
    const made = draft(queued);
    await write('drafts', made);
    const time = new Date(made.savedAt).toTimeString().slice(0, 5);
    at('saved').textContent = filled(words['saved']!, { time });
  };
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), SAVE_DELAY_MS);
  };

  const showFiles = () => {
    const carrier = new DataTransfer();
    for (const file of files) carrier.items.add(file);
    input.files = carrier.files;
    const list = at('photos');
    list.hidden = files.length === 0;
    list.replaceChildren(...files.map((file, number) => row(file, number + 1)));
  };
  const row = (file: File, n: number): HTMLElement => {
    const item = document.createElement('li');
    const picture = document.createElement(file.type.startsWith('image/') ? 'img' : 'span');
    if (picture instanceof HTMLImageElement) {
      picture.alt = '';
      picture.src = URL.createObjectURL(file);
    }
    const text = document.createElement('p');
    const size = document.createElement('span');
    size.className = 'muted';
    size.textContent = filled(words['kb']!, { n: Math.max(1, Math.round(file.size / 1024)) });
    text.append(file.name.length > 40 ? filled(words['photo']!, { n }) : file.name, document.createElement('br'), size);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words['remove']!;
    button.setAttribute('aria-label', `${words['remove']} ${file.name}`);
    button.onclick = () => {
      files = files.filter((one) => one !== file);
      showFiles();
      later();
      input.focus();
    };
    item.append(picture, text, button);
    return item;
  };
  input.onchange = async () => {
    const added = await Promise.all([...(input.files ?? [])].map(smaller));
    const news = added.filter(({ name, size }) => !files.some((one) => one.name === name && one.size === size));
    if (files.length + news.length > MAX_FILES) say('', words['tooMany']!);
    files = [...files, ...news].slice(0, MAX_FILES);
    showFiles();
    later();
  };

  const say = (title: string, text: string) => {
    const note = document.createElement('p');
    note.className = 'warn';
    const strong = document.createElement('b');
    strong.textContent = title;
    note.append(strong, ' ', text);
    at('status').replaceChildren(...(title + text === '' ? [] : [note]));
  };
  const sayOffline = () => say(words['offline']!, words['offlineText']!);

  const trySend = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    await save(true);
    say(words['sending']!, '');
    const { what, page } = await send(draft(true));
    isSending = false;
    if (what === 'SENT') {
      await remove('drafts', path);
      location.assign(`${path}/sent`);
    } else if (what === 'WRONG') {
      await save(false);
      showCorrections(page);
    } else {
      sayOffline();
      await navigator.serviceWorker?.getRegistration().then((worker) => worker && askForSync(worker));
    }
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    void trySend();
  };
  addEventListener('online', () => void read<Draft>('drafts', path).then((one) => (one?.queued ? trySend() : undefined)));
  addEventListener('offline', sayOffline);
  form.addEventListener('input', () => {
    at('urgent').className = DANGER.test(at<HTMLTextAreaElement>('text').value) ? 'warn' : 'note';
    later();
  });
  placeButton(form, words);

  const kept = await read<Draft>('drafts', path);
  // After a correction the server's page has the newest text; the files are only here.
  const isCorrection = words['hadErrors'] !== undefined;
  if (kept) {
    files = kept.files;
    if (!isCorrection) restore(form, kept);
  } else if (!isCorrection && 'randomUUID' in crypto && !at<HTMLTextAreaElement>('text').value) {
    // The page may come from the worker's cache, with a key that was used.
    key.value = crypto.randomUUID();
  }
  showFiles();
  if (!navigator.onLine) sayOffline();
  if (kept?.queued && !isCorrection) await trySend();
}

function restore(form: HTMLFormElement, { key, fields }: Draft): void {
  (form.elements.namedItem('key') as HTMLInputElement).value = key;
  for (const [name, value] of fields) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = true;
    else if (field) (field as HTMLInputElement | RadioNodeList).value = value;
  }
}

/** The server's page in place of this one: what has to be corrected, with the focus on it. */
function showCorrections(page: string): void {
  const shown = new DOMParser().parseFromString(page, 'text/html');
  document.title = shown.title;
  document.querySelector('main')!.replaceWith(shown.querySelector('main')!);
  document.getElementById('errors')?.focus();
  scrollTo(0, 0);
  const again = document.getElementById('write') as HTMLFormElement | null;
  if (again) void writeForm(again);
}

/** Chromium sends it even after the page is closed; elsewhere it goes when a page is open. */
async function askForSync(worker: ServiceWorkerRegistration): Promise<void> {
  const { sync } = worker as ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };
  await sync?.register('drafts').catch(() => undefined);
}

function placeButton(form: HTMLFormElement, words: Record<string, string>): void {
  const holder = document.getElementById('here')!;
  if (!('geolocation' in navigator) || !isSecureContext) return;
  holder.hidden = false;
  const tell = (text: string) => (document.getElementById('here-status')!.textContent = text);
  holder.querySelector('button')!.onclick = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        (form.elements.namedItem('point') as HTMLInputElement).value = `${latitude.toFixed(5)},${longitude.toFixed(5)}`;
        tell(filled(words['here']!, { n: Math.ceil(accuracy) }));
        form.dispatchEvent(new Event('input'));
      },
      () => tell(words['noHere']!),
      { enableHighAccuracy: true, timeout: 20_000 },
    );
}
