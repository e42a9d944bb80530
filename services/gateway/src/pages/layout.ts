import { createHash } from 'node:crypto';
import { pageText } from '@otklik/contracts/texts';
import type { Language } from '@otklik/host';
import { Markup, markup } from './markup.js';

const style = `*{box-sizing:border-box}
body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.2}h2{font-size:1.15rem}
label{display:block;font-weight:600;margin-top:1rem}
.hint,.at{color:#555;font-size:.9rem}
input,textarea,select,button{font:inherit;width:100%;padding:.6rem;border:1px solid #767676;border-radius:4px;background:#fff;color:inherit}
textarea{min-height:9rem}button{background:#0b57a4;border-color:#0b57a4;color:#fff;font-weight:600;margin-top:1.25rem}
:focus-visible{outline:3px solid #f5a623;outline-offset:2px}
.error{border-left:4px solid #b00020;padding:.5rem .75rem;background:#fdecee}
.big{font-size:1.4rem;font-weight:700;letter-spacing:.04em}
blockquote{margin:0;padding:.5rem .75rem;background:#f2f4f7;white-space:pre-wrap}
@media(prefers-color-scheme:dark){body,input,textarea,select{background:#121212;color:#eee}.hint,.at{color:#bbb}blockquote{background:#222}.error{background:#3a1216}a{color:#8ab8ff}}`;

/** No scripts, images or fonts: a page needs only its inline style. */
export const pagePolicy = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  `img-src data:`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly body: Markup;
}

export function page({ language, title, body }: Page): string {
  const document = markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(style)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return document.text;
}

/** Texts of one language. */
export type Translate = (key: string, details?: Readonly<Record<string, string | number>>) => string;

export function translator(language: Language): Translate {
  return (key, details) => pageText(key, language, details);
}

/** An error, announced by screen readers. */
export function errorMessage(message: string | undefined): Markup | undefined {
  return message === undefined ? undefined : markup`<p class="error" role="alert">${message}</p>`;
}

/** An instant in the district's zone, or a date as it is. */
export function formatDate(text: string, language: Language, zone: string): string {
  const isDate = text.length === 10;
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    ...(isDate ? { timeZone: 'UTC' } : { timeStyle: 'short', timeZone: zone }),
  });
  return format.format(new Date(isDate ? `${text}T00:00:00Z` : text));
}
