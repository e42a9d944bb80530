import { read, remove, send, write, type Draft, type Sent } from './drafts.js';
import { fileList } from './file-list.js';
import { filled, type Words } from './page-words.js';

const SAVE_DELAY_MS = 500;
/** A few of the words that the server knows; a lamp «не горит», and a house is «аварийный» for years. */
const DANGER = /пожар|гор[ия]т|загоре|дым|газом|запах газ|утечк|взрыв|авари[яию]|искрит/i;

const at = <Found extends HTMLElement>(id: string) => document.getElementById(id) as Found;

/** Drafts, smaller photos, the place by GPS, and sending that survives a lost connection. */
export async function writeForm(form: HTMLFormElement): Promise<void> {
  const path = new URL(form.action).pathname;
  const words = form.dataset as Words;
  const key = form.elements.namedItem('key') as HTMLInputElement;
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
  form.onsubmit = (event) => {
    event.preventDefault();
    void trySend();
  };
  const onReturn = async (): Promise<void> => {
    if (isSending) return;
    if ((await read<Draft>('drafts', path))?.queued) return trySend();
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
    location.replace(path);
  };

  const kept = await read<Draft>('drafts', path);
  restore(form, kept);
  list.set(kept?.files ?? []);
  placeButton(form, words);
  if (list.files().length > 0) document.getElementById('again')?.remove();
  if (!navigator.onLine) sayOffline();
  if (kept?.queued && words['hadErrors'] === undefined) await trySend();
}

function say(title: string, text: string): void {
  const note = document.createElement('p');
  note.className = 'warn';
  const strong = document.createElement('b');
  strong.textContent = title;
  note.append(strong, ' ', text);
  at('status').replaceChildren(note);
  // And where the eyes are after a press of the button.
  at('saved').textContent = `${title} ${text}`;
}

/** What a server that is reached but takes nothing now says, such as «подождите»; undefined without its page. */
function refusal(page: string): string | undefined {
  const shown = new DOMParser().parseFromString(page, 'text/html');
  return shown.querySelector('#errors li,.lead[role=alert]')?.textContent ?? undefined;
}

/** After a correction the server's page has the newest text, and only the files are taken from the draft. */
function restore(form: HTMLFormElement, kept: Draft | undefined): void {
  const key = form.elements.namedItem('key') as HTMLInputElement;
  if (form.dataset['hadErrors'] !== undefined) return;
  if (!kept) {
    // The page may come from the worker's cache, with a key that was used.
    if ('randomUUID' in crypto) key.value = crypto.randomUUID();
    return;
  }
  key.value = kept.key;
  for (const [name, value] of kept.fields) {
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
  const point = form.elements.namedItem('point') as HTMLInputElement;
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
