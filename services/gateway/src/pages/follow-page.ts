import type { ResidentAppeal } from '@otklik/contracts/generated/graphql';
import { pageValue } from '@otklik/contracts/texts';
import type { Language } from '@otklik/host';
import type { District } from '@otklik/tenancy';
import { errorMessage, page, translator, formatDate, type Translate } from './layout.js';
import { markup, type Markup } from './markup.js';

/** The form for number and code. */
export function askPage(district: District, language: Language, number = '', message?: string): string {
  const t = translator(language);
  const body = markup`<p><a href="/${district.code}">${district.name}</a></p>
<h1>${t('follow.title')}</h1>
${errorMessage(message)}
<form method="post" action="/${district.code}/follow">
<label for="number">${t('follow.number')}</label>
<input id="number" name="number" required maxlength="100" value="${number}">
<label for="code">${t('follow.code')}</label>
<input id="code" name="code" required maxlength="100" autocomplete="off" spellcheck="false">
<button>${t('follow.open')}</button>
</form>`;
  return page({ language, title: t('follow.title'), body });
}

/** The appeal is received, but the read model does not have it yet. */
export function pendingPage(district: District, language: Language): string {
  const t = translator(language);
  const link = markup`<p><a href="/${district.code}/follow">${t('follow.refresh')}</a></p>`;
  const body = markup`<h1>${t('follow.title')}</h1>\n<p>${t('follow.soon')}</p>\n${link}`;
  return page({ language, title: t('follow.title'), body });
}

/** The appeal as its sender sees it. `key`: the idempotency key of the rating. */
export function appealPage(
  district: District,
  language: Language,
  appeal: ResidentAppeal,
  key: string,
  message?: string,
): string {
  const t = translator(language);
  const { code, name, zone } = district;
  const time = (text: string): string => formatDate(text, language, zone);
  const title = `№ ${appeal.number ?? appeal.receipt}`;
  const steps = appeal.steps.map((step) => markup`<li>${step.title} <span class="at">${time(step.at)}</span></li>\n`);
  const body = markup`<p><a href="/${code}">${name}</a></p>
<h1>${title}</h1>
<p class="big">${pageValue('state', appeal.state, language)}</p>
${errorMessage(message)}
${registration(appeal, t, time)}
${appeal.departments.length > 0 && markup`<p>${t('follow.departments')}: ${appeal.departments.join(', ')}</p>`}
${answers(appeal, language, t, time)}
${rating(code, appeal, t, key)}
<h2>${t('follow.steps')}</h2>
<ol>
${steps}</ol>
<h2>${t('follow.yours')}</h2>
<blockquote>${appeal.text ?? t('follow.erased')}</blockquote>
${appeal.supplements.map(({ text }) => markup`<blockquote>${text ?? t('follow.erased')}</blockquote>\n`)}
<p><a href="/${code}/follow">${t('follow.refresh')}</a></p>
<form method="post" action="/${code}/follow/leave"><button>${t('follow.leave')}</button></form>`;
  return page({ language, title, body });
}

type Time = (text: string) => string;

function registration(appeal: ResidentAppeal, t: Translate, time: Time): readonly Markup[] {
  const { number, registeredOn, receipt, dueOn } = appeal;
  const lines = [
    `${t('follow.receipt')}: ${receipt}`,
    ...(number ? [`${t('follow.registered', { number })}${registeredOn ? `, ${time(registeredOn)}` : ''}`] : []),
    ...(dueOn && appeal.answers.length === 0 ? [t('follow.due', { date: time(dueOn) })] : []),
  ];
  return lines.map((line) => markup`<p>${line}</p>\n`);
}

function answers(appeal: ResidentAppeal, language: Language, t: Translate, time: Time): readonly Markup[] {
  return appeal.answers.map(
    (answer) => markup`<h2>${t('follow.answer')}: ${pageValue('outcome', answer.outcome, language)}</h2>
<blockquote>${answer.text ?? t('follow.erased')}</blockquote>
<p class="at">${t('follow.signed', { name: answer.signedBy ?? '—', date: time(answer.signedAt) })}</p>
`,
  );
}

function rating(code: string, appeal: ResidentAppeal, t: Translate, key: string): Markup | undefined {
  if (typeof appeal.rating === 'number') return markup`<p>${t('rate.yours', { score: appeal.rating })}</p>`;
  if (!appeal.allowedActions.includes('RATE_APPEAL')) return undefined;
  const options = [5, 4, 3, 2, 1].map((score) => markup`<option value="${score}">${t(`rate.${score}`)}</option>\n`);
  return markup`<h2>${t('rate.title')}</h2>
<form method="post" action="/${code}/follow/rate">
<input type="hidden" name="key" value="${key}">
<label for="score">${t('rate.score')}</label>
<select id="score" name="score">
${options}</select>
<label for="comment">${t('rate.comment')}</label>
<input id="comment" name="comment" maxlength="2000">
<button>${t('rate.send')}</button>
</form>`;
}
