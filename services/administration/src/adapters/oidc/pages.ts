import { markup, PROVIDER_PATH, type Language, type Markup } from '@otklik/host';
import type { PasswordFault } from '../../application/invitations.js';
import { originsOf, type PublicClient } from '@otklik/tenancy';
import { ATTEMPTS_PAUSE_MINUTES } from '../../application/attempts.js';
import type { WorkChallenge } from '../../application/work-challenges.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../../application/passwords.js';
import { signInScriptVersion } from './sign-in-script.js';
import { wordsOf, type Words } from './words.js';

/**
 * No inline script or style; forms go to our own origin, and their answers lead to `afterwards` beside it; no frame of another site
 * (clickjacking).
 */
export const pagePolicyTo = (afterwards: readonly string[]): string =>
  [
    `default-src 'none'`,
    `style-src 'self'`,
    `script-src 'self'`,
    `font-src 'self'`,
    `img-src data:`,
    `form-action ${["'self'", ...afterwards].join(' ')}`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');

export const pagePolicy = pagePolicyTo([]);

/** What the last try came to. */
export type Try = { readonly left: number } | 'PAUSED' | 'OVER' | 'WORK';

export interface PageFrame {
  readonly language: Language;
  /** The district that the page is of; none where the installation has several. */
  readonly district?: string | undefined;
  /** The same page in the other language. */
  readonly other: string;
}

interface Page extends PageFrame {
  readonly title: string;
  readonly body: Markup;
  readonly aside?: Markup | undefined;
  readonly hasScript?: boolean;
}

export function signInPage(
  frame: PageFrame,
  { action, login, last, aside, challenge, frontEnd }: SignIn & SignInParts,
): string {
  const words = wordsOf(frame.language);
  const body = markup`${frontEnd && enteredPlace(words, frontEnd)}<form action="${action}" method="post">
<div><label for="login">${words('login')}</label><input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="200" value="${login}"${login === '' && markup` autofocus`}></div>
<div><label for="password">${words('password')}</label><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="${MAX_PASSWORD_LENGTH}"${login !== '' && markup` autofocus`}></div>
${last && passwordWarning(words, last)}
${challenge && work(words, challenge)}
<button class="main">${words('enter')}<kbd>Enter</kbd></button>
</form>
<p class="after">${words('forgotten')}</p>`;
  return page({ ...frame, title: words('title'), body, aside, hasScript: challenge !== undefined });
}

interface SignInParts {
  readonly aside?: Markup | undefined;
  readonly challenge?: WorkChallenge | undefined;
  /** Of another team, where the official goes afterwards. */
  readonly frontEnd?: PublicClient | undefined;
}

/** Before the password is typed: whose page gets the official's rights, and at which address it is. */
function enteredPlace(words: Words, client: PublicClient): Markup {
  const where = originsOf(client).join(', ');
  const what = words(client.scopes.includes('act') ? 'frontEnd.act' : 'frontEnd.read');
  return markup`<p class="after">${words('frontEnd', { title: client.title, where })} ${what}</p>
`;
}

/** The script of the page finds the answer and puts it into the form, which it then lets go. */
function work(words: Words, { token, seed, zeroBits }: WorkChallenge): Markup {
  return markup`<div class="work" data-seed="${seed}" data-bits="${zeroBits}" role="status"><input type="hidden" name="challenge" value="${token}"><input type="hidden" name="work" value="">
<p data-during>${words('work.during')}</p><p data-done hidden>${words('work.done')}</p><noscript><p>${words('work.script')}</p></noscript></div>`;
}

/** A password's tries end in work, not in a pause. */
function passwordWarning(words: Words, last: Try): Markup {
  if (typeof last === 'string') return warning(words, last, '', '');
  const rest = last.left === 0 ? '' : words('wrong.tries', { left: last.left });
  return markup`<p class="warn" role="alert"><b>${words('wrong')}</b> ${words('wrong.check')} ${rest}</p>`;
}

interface SignIn {
  readonly action: string;
  readonly login: string;
  readonly last: Try | undefined;
}

export function codePage(frame: PageFrame, { action, last }: Omit<SignIn, 'login'>): string {
  const words = wordsOf(frame.language);
  const body = markup`<p>${words('code.lead')}</p>
<form action="${action}" method="post">${codeField(words, last)}</form>`;
  return page({ ...frame, title: words('code.title'), body });
}

export interface SetUp extends Omit<SignIn, 'login'> {
  readonly secret: string;
  readonly uri: string;
}

export function setUpPage(frame: PageFrame, { action, last, secret, uri }: SetUp): string {
  const words = wordsOf(frame.language);
  const grouped = secret.match(/.{1,4}/g)?.join(' ') ?? secret;
  const body = markup`<p>${words('setup.lead')}</p><p class="after">${words('setup.step')}</p>
<p class="after">${words('setup.key')}<br><span class="key">${grouped}</span></p>
<p><a href="${uri}">${words('setup.open')}</a></p>
<form action="${action}" method="post">${codeField(words, last)}</form>`;
  return page({ ...frame, title: words('setup.title'), body });
}

function codeField(words: Words, last: Try | undefined): Markup {
  return markup`<div><label for="code">${words('code')}</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="10" autofocus></div>
${last && warning(words, last, words('code.wrong'), words('code.check'))}
<button class="main">${words('enter')}<kbd>Enter</kbd></button>`;
}

function warning(words: Words, last: Try, what: string, check: string): Markup {
  const minutes = ATTEMPTS_PAUSE_MINUTES;
  if (last === 'WORK') return markup`<p class="warn" role="alert"><b>${words('paused')}</b> ${words('work.again')}</p>`;
  if (last === 'OVER') return markup`<p class="warn" role="alert"><b>${words('over')}</b> ${words('over.again')}</p>`;
  if (last === 'PAUSED')
    return markup`<p class="warn" role="alert"><b>${words('paused')}</b> ${words('paused.wait', { minutes })}</p>`;
  const rest = last.left === 0 ? words('wrong.last', { minutes }) : words('wrong.left', { left: last.left, minutes });
  return markup`<p class="warn" role="alert"><b>${what}</b> ${check} ${rest}</p>`;
}

export interface InvitationPage {
  readonly action: string;
  readonly login: string;
  readonly fault: PasswordFault | undefined;
}

export function invitationPage(frame: PageFrame, { action, login, fault }: InvitationPage): string {
  const words = wordsOf(frame.language);
  const [min, max] = [MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH];
  const body = markup`<p>${words('invitation.lead')}</p>
<form action="${action}" method="post">
<div><label for="username">${words('login')}</label><input id="username" name="username" autocomplete="username" readonly value="${login}"></div>
${fault && markup`<p class="warn" role="alert"><b>${words(fault, { min, max })}</b></p>`}
<div><label for="password">${words('invitation.new')} <small>${words('invitation.hint', { min })}</small></label><input id="password" name="password" type="password" autocomplete="new-password" required minlength="${min}" maxlength="${max}" autofocus></div>
<div><label for="repeated">${words('invitation.again')}</label><input id="repeated" name="repeated" type="password" autocomplete="new-password" required maxlength="${max}"></div>
<button class="main">${words('invitation.save')}<kbd>Enter</kbd></button>
</form>`;
  return page({ ...frame, title: words('invitation.title'), body });
}

export function passwordSetPage(frame: PageFrame): string {
  const words = wordsOf(frame.language);
  const body = markup`<p>${words('invitation.next')}</p><p><a class="main" href="/session/sign-in">${words('enter')}</a></p>`;
  return page({ ...frame, title: words('invitation.done'), body });
}

export function invitationOverPage(frame: PageFrame): string {
  const words = wordsOf(frame.language);
  return page({ ...frame, title: words('invitation.over'), body: markup`<p>${words('invitation.ask')}</p>` });
}

export function expiredPage(frame: PageFrame): string {
  const words = wordsOf(frame.language);
  const body = markup`<p>${words('expired.lead')}</p><p><a class="main" href="/session/sign-in">${words('again')}</a></p>`;
  return page({ ...frame, title: words('expired'), body });
}

const emblem = markup`<svg viewBox="0 0 44 52" aria-hidden="true"><path d="M2 2h40v27c0 11-9 17-20 21C11 46 2 40 2 29z" fill="none" stroke="currentColor" stroke-width="2.5"/><path d="M6 29l9-13 6 8 5-6 12 13" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linejoin="round"/><path d="M7 35q5-3 10 0t10 0 10 0M11 41q5-3 11 0t11 0" fill="none" stroke="currentColor" stroke-width="2"/></svg>`;

function page({ language, district, other, title, body, aside, hasScript }: Page): string {
  const words = wordsOf(language);
  const [ru, en] =
    language === 'ru'
      ? [markup`RU`, markup`<a href="${other}" lang="en">EN</a>`]
      : [markup`<a href="${other}" lang="ru">RU</a>`, markup`EN`];
  const [first, second] = district === undefined ? [words('product')] : [district, words('product')];
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${PROVIDER_PATH}/sign-in.css">
${(aside || hasScript) && markup`<script src="${PROVIDER_PATH}/sign-in.js?${signInScriptVersion}" defer></script>`}
</head>
<body>
<div class="${aside ? 'gate' : 'alone'}">
<main class="in">
<p class="who">${emblem}<span>${first}${second !== undefined && markup`<small>${second}</small>`}</span></p>
<h1>${title}</h1>
${body}
<p class="end muted"><a href="/">${words('residents')}</a> · ${ru} · ${en}</p>
</main>
${aside}
</div>
</body>
</html>
`.text;
}
