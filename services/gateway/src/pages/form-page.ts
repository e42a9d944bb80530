import type { Language } from '@otklik/host';
import type { District } from '@otklik/tenancy';
import { complaint, page, wordsOf, written } from './layout.js';
import { markup } from './markup.js';

export interface Filled {
  readonly text: string;
  readonly place: string;
  readonly name: string;
  readonly contact: string;
}

export interface FormFault {
  readonly message: string;
  /** The field it is about. */
  readonly field?: keyof Filled | 'photo' | undefined;
}

export const empty: Filled = { text: '', place: '', name: '', contact: '' };

export function homePage(districts: readonly District[], language: Language): string {
  const t = wordsOf(language);
  const items = districts.map(({ code, name }) => markup`<li><a href="/${code}">${name}</a></li>\n`);
  const list = items.length === 0 ? markup`<p>${t('home.none')}</p>` : markup`<ul>\n${items}</ul>`;
  const title = t('home.title');
  const body = markup`<h1>${title}</h1>\n<p>${t('home.lead')}</p>\n<h2>${t('home.choose')}</h2>\n${list}`;
  return page({ language, title, body });
}

/** `key`: made when the page is, so that sending it twice is sending it once. What was filled in is never lost. */
export function formPage(
  district: District,
  language: Language,
  key: string,
  filled: Filled = empty,
  fault?: FormFault,
): string {
  const t = wordsOf(language);
  const wrong = (field: FormFault['field']) =>
    fault?.field === field && field !== undefined && markup` aria-invalid="true" aria-describedby="wrong"`;
  const accept = 'image/jpeg,image/png,image/webp,application/pdf';
  const body = markup`<p><a href="/">${district.name}</a></p>
<h1>${t('form.title')}</h1>
<p>${t('form.lead')}</p>
${fault && markup`<div id="wrong">${complaint(fault.message)}</div>`}
<form method="post" action="/${district.code}" enctype="multipart/form-data">
<input type="hidden" name="key" value="${key}">
<label for="text">${t('form.text')}</label>
<textarea id="text" name="text" required maxlength="20000"${wrong('text')}>
${filled.text}</textarea>
<span class="hint">${t('form.textHint')}</span>
<label for="place">${t('form.place')}</label>
<input id="place" name="place" maxlength="500" value="${filled.place}"${wrong('place')}>
<span class="hint">${t('form.placeHint')}</span>
<label for="photo">${t('form.photo')}</label>
<input id="photo" name="photo" type="file" multiple accept="${accept}"${wrong('photo')}>
<span class="hint">${t('form.photoHint')}</span>
<label for="name">${t('form.name')}</label>
<input id="name" name="name" maxlength="200" autocomplete="name" value="${filled.name}"${wrong('name')}>
<label for="contact">${t('form.contact')}</label>
<input id="contact" name="contact" maxlength="254" autocomplete="email" value="${filled.contact}"${wrong('contact')}>
<span class="hint">${t('form.contactHint')}</span>
<button>${t('form.send')}</button>
</form>
<p><a href="/${district.code}/follow">${t('form.follow')}</a></p>`;
  return page({ language, title: `${t('form.title')} · ${district.name}`, body });
}

export interface ReceiptWords {
  readonly number: string;
  readonly followUpCode: string;
  readonly receivedAt: string;
}

export function receiptPage(district: District, language: Language, receipt: ReceiptWords): string {
  const t = wordsOf(language);
  const code = receipt.followUpCode.replace(/(.{4})(?=.)/g, '$1-');
  const body = markup`<p>${district.name}</p>
<h1>${t('receipt.title')}</h1>
<p>${t('receipt.number')}<br><span class="big">${receipt.number}</span></p>
<p>${t('receipt.code')}<br><span class="big">${code}</span></p>
<p><strong>${t('receipt.keep')}</strong></p>
<p class="at">${t('receipt.at')}: ${written(receipt.receivedAt, language, district.zone)}</p>
<p><a href="/${district.code}/follow">${t('receipt.open')}</a></p>
<p><a href="/${district.code}">${t('receipt.more')}</a></p>`;
  return page({ language, title: t('receipt.title'), body });
}

export function missingPage(language: Language): string {
  const t = wordsOf(language);
  const title = t('missing.title');
  return page({ language, title, body: markup`<h1>${title}</h1>\n<p><a href="/">${t('missing.home')}</a></p>` });
}

export function failurePage(language: Language, message: string): string {
  const t = wordsOf(language);
  const title = t('error.title');
  const body = markup`<h1>${title}</h1>\n${complaint(message)}\n<p><a href="/">${t('missing.home')}</a></p>`;
  return page({ language, title, body });
}
