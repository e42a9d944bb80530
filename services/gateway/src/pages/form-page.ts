import type { Language } from '@otklik/host';
import type { District } from '@otklik/tenancy';
import { errorMessage, page, translator, formatDate } from './layout.js';
import { markup } from './markup.js';

export interface FormValues {
  readonly text: string;
  readonly place: string;
  readonly name: string;
  readonly contact: string;
}

export interface FormError {
  readonly message: string;
  /** The invalid field. */
  readonly field?: keyof FormValues | 'photo' | undefined;
}

export const emptyForm: FormValues = { text: '', place: '', name: '', contact: '' };

export function homePage(districts: readonly District[], language: Language): string {
  const t = translator(language);
  const items = districts.map(({ code, name }) => markup`<li><a href="/${code}">${name}</a></li>\n`);
  const list = items.length === 0 ? markup`<p>${t('home.none')}</p>` : markup`<ul>\n${items}</ul>`;
  const title = t('home.title');
  const body = markup`<h1>${title}</h1>\n<p>${t('home.lead')}</p>\n<h2>${t('home.choose')}</h2>\n${list}`;
  return page({ language, title, body });
}

/** `key`: the idempotency key of the submission, new with each form. An invalid form is shown again with its values. */
export function formPage(
  district: District,
  language: Language,
  key: string,
  values: FormValues = emptyForm,
  error?: FormError,
): string {
  const t = translator(language);
  const invalidAttributes = (field: FormError['field']) =>
    error?.field === field && field !== undefined && markup` aria-invalid="true" aria-describedby="error"`;
  const accept = 'image/jpeg,image/png,image/webp,application/pdf';
  const body = markup`<p><a href="/">${district.name}</a></p>
<h1>${t('form.title')}</h1>
<p>${t('form.lead')}</p>
${error && markup`<div id="error">${errorMessage(error.message)}</div>`}
<form method="post" action="/${district.code}" enctype="multipart/form-data">
<input type="hidden" name="key" value="${key}">
<label for="text">${t('form.text')}</label>
<textarea id="text" name="text" required maxlength="20000"${invalidAttributes('text')}>
${values.text}</textarea>
<span class="hint">${t('form.textHint')}</span>
<label for="place">${t('form.place')}</label>
<input id="place" name="place" maxlength="500" value="${values.place}"${invalidAttributes('place')}>
<span class="hint">${t('form.placeHint')}</span>
<label for="photo">${t('form.photo')}</label>
<input id="photo" name="photo" type="file" multiple accept="${accept}"${invalidAttributes('photo')}>
<span class="hint">${t('form.photoHint')}</span>
<label for="name">${t('form.name')}</label>
<input id="name" name="name" maxlength="200" autocomplete="name" value="${values.name}"${invalidAttributes('name')}>
<label for="contact">${t('form.contact')}</label>
<input id="contact" name="contact" maxlength="254" autocomplete="email" value="${values.contact}"${invalidAttributes('contact')}>
<span class="hint">${t('form.contactHint')}</span>
<button>${t('form.send')}</button>
</form>
<p><a href="/${district.code}/follow">${t('form.follow')}</a></p>`;
  return page({ language, title: `${t('form.title')} · ${district.name}`, body });
}

export interface ReceiptPage {
  readonly number: string;
  readonly followUpCode: string;
  readonly receivedAt: string;
}

export function receiptPage(district: District, language: Language, receipt: ReceiptPage): string {
  const t = translator(language);
  const code = receipt.followUpCode.replace(/(.{4})(?=.)/g, '$1-');
  const body = markup`<p>${district.name}</p>
<h1>${t('receipt.title')}</h1>
<p>${t('receipt.number')}<br><span class="big">${receipt.number}</span></p>
<p>${t('receipt.code')}<br><span class="big">${code}</span></p>
<p><strong>${t('receipt.keep')}</strong></p>
<p class="at">${t('receipt.at')}: ${formatDate(receipt.receivedAt, language, district.zone)}</p>
<p><a href="/${district.code}/follow">${t('receipt.open')}</a></p>
<p><a href="/${district.code}">${t('receipt.more')}</a></p>`;
  return page({ language, title: t('receipt.title'), body });
}

export function missingPage(language: Language): string {
  const t = translator(language);
  const title = t('missing.title');
  return page({ language, title, body: markup`<h1>${title}</h1>\n<p><a href="/">${t('missing.home')}</a></p>` });
}

export function failurePage(language: Language, message: string): string {
  const t = translator(language);
  const title = t('error.title');
  const body = markup`<h1>${title}</h1>\n${errorMessage(message)}\n<p><a href="/">${t('missing.home')}</a></p>`;
  return page({ language, title, body });
}
