import { read, remove, type Draft } from './drafts.js';
import { at } from './page-words.js';

const DELAY_MS = 1_200;
const MIN_LETTERS = 15;
const ASKED = ['text', 'topic', 'settlement', 'kind'];

// The form is another one after a correction: it is looked up each time.
const formOf = () => at<HTMLFormElement | null>('write');
const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;
const pathOf = (form: HTMLFormElement) => new URL(form.action).pathname;
let last = '';
/** Above a screen that is scrolled on, nothing was seen: then it is a page of its own before sending. */
const inSight = new IntersectionObserver(([shown]) => {
  const form = formOf();
  if (form && shown!.isIntersecting) field(form, 'seen').value = '1';
});
/** Private windows refuse the storage, and there are no drafts. */
const unkept = (error: unknown) => console.debug(error);

/** What is known or was answered already of what one writes. Only what came into sight counts as seen. */
async function ask(): Promise<void> {
  const form = formOf();
  if (!form) return;
  const all = new FormData(form);
  const body = new URLSearchParams(ASKED.map((name) => [name, String(all.get(name) ?? '')]));
  const asked = body.toString();
  if (asked === last) return;
  last = asked;
  const isEnough = body.get('text')!.trim().length >= MIN_LETTERS;
  const answer = isEnough
    ? await fetch(`${pathOf(form)}/before`, { method: 'POST', body }).catch(() => undefined)
    : undefined;
  const page = new DOMParser().parseFromString(answer?.ok ? await answer.text() : '', 'text/html');
  // Another text was asked for meanwhile, or nothing could be found out: one writes all the same.
  if (last !== asked || !form.isConnected) return;
  const shown = at('before');
  shown.replaceChildren(...page.body.childNodes);
  field(form, 'seen').value = '';
  inSight.disconnect();
  if (shown.firstChild) inSight.observe(shown);
}

async function end(path: string, answer: string): Promise<void> {
  const body = new URLSearchParams({ key: crypto.randomUUID(), answer });
  await fetch(`${path}/enough`, { method: 'POST', body }).catch(unkept);
  await remove('drafts', path).catch(unkept);
  location.assign(`${path}/enough`);
}

let timer = 0;
const later = (): void => {
  clearTimeout(timer);
  timer = window.setTimeout(() => void ask(), DELAY_MS);
};
// On its way down: what the page's script reports of the form does not bubble.
document.addEventListener('input', later, true);

document.addEventListener('click', ({ target }) => {
  const form = formOf();
  const button = target as HTMLElement;
  const { same, enough } = button.dataset;
  if (!form) return;
  if (same) {
    field(form, 'same').value = same;
    // Where no draft can be kept the page's script sends nothing.
    if (form.dispatchEvent(new Event('submit', { cancelable: true }))) form.submit();
  } else if (enough) void end(pathOf(form), enough);
  // Who presses the form's own button joins nothing.
  else if (button.matches('button.main')) field(form, 'same').value = '';
});

// The script puts a page in the place of this one: the form with what is to be corrected, or what is near before it is sent.
new MutationObserver(() => {
  last = '';
  void ask();
  if (!at<HTMLElement | null>('errors')) at('main').focus();
}).observe(document.body, { childList: true });
document.addEventListener('submit', ({ target }) => {
  // «Этого достаточно» on that page: nothing is to be sent any more.
  const { pathname } = new URL((target as HTMLFormElement).action);
  if (pathname.endsWith('/enough')) void remove('drafts', pathname.slice(0, -'/enough'.length)).catch(unkept);
});

/** What went from the page before sending, without this script, is no draft any more. */
async function endSent({ key }: DOMStringMap): Promise<void> {
  const path = location.pathname.replace(/\/sent$/, '');
  if ((await read<Draft>('drafts', path))?.key === key) await remove('drafts', path);
}

const receipt = at<HTMLElement | null>('keep-buttons');
if (receipt) void endSent(receipt.dataset).catch(unkept);
void ask();
