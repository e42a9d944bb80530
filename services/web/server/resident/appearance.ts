import { languageOf } from '@otklik/host/graphql';
import { languages, type PageLanguage } from './words/index.js';

/** Look and language of a resident's pages: a cookie that works without a script. */
export interface Appearance {
  readonly language: PageLanguage;
  readonly theme: 'auto' | 'light' | 'dark' | 'contrast';
  readonly size: '1' | '2' | '3';
  readonly spacing: 'normal' | 'wide';
}

/** Theme, size, density (of the desk) and spacing; shared with the desk, which knows the first three. */
const LOOK_COOKIE = 'otklik-look';
const LANGUAGE_COOKIE = 'otklik-language';
const MAX_AGE_S = 31_536_000;

const themes = ['auto', 'light', 'dark', 'contrast'] as const;
const sizes = ['1', '2', '3'] as const;
const spacings = ['normal', 'wide'] as const;

function oneOf<Value extends string>(values: readonly Value[], text: string | undefined, usual: Value): Value {
  return values.find((value) => value === text) ?? usual;
}

interface CookieHeaders {
  readonly cookie?: string | undefined;
}

export function cookieOf(header: string | undefined, name: string): string | undefined {
  const pair = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) || undefined;
}

/** From the cookies; unknown values are the usual ones, the language is the browser's. */
export function appearanceOf(headers: CookieHeaders & { readonly 'accept-language'?: string | undefined }): Appearance {
  const [theme, size, , spacing] = (cookieOf(headers.cookie, LOOK_COOKIE) ?? '').split('.');
  return {
    language: oneOf(languages, cookieOf(headers.cookie, LANGUAGE_COOKIE), preferred(headers['accept-language'])),
    theme: oneOf(themes, theme, 'auto'),
    size: oneOf(sizes, size, '1'),
    spacing: oneOf(spacings, spacing, 'normal'),
  };
}

/** Sakha before Russian and English where the browser puts it first. */
function preferred(accepted: string | undefined): PageLanguage {
  return /^\s*sah\b/i.test(accepted ?? '') ? 'sah' : languageOf(accepted);
}

/** The cookies that a choice (`?lang=`, `?theme=`, `?size=`, `?spacing=`) sets; empty when the query chooses nothing. */
export function chosenCookies(
  query: Readonly<Record<string, unknown>>,
  headers: CookieHeaders,
  secure: boolean,
): readonly string[] {
  const now = appearanceOf(headers);
  const density = (cookieOf(headers.cookie, LOOK_COOKIE) ?? '').split('.')[2] === 'roomy' ? 'roomy' : 'dense';
  const chosen = (name: string): string | undefined => (typeof query[name] === 'string' ? query[name] : undefined);
  const [theme, size, spacing] = [chosen('theme'), chosen('size'), chosen('spacing')];
  const rules = `; Path=/; SameSite=Lax; Max-Age=${MAX_AGE_S}${secure ? '; Secure' : ''}`;
  const cookies: string[] = [];
  if (theme !== undefined || size !== undefined || spacing !== undefined) {
    const look = [
      oneOf(themes, theme, now.theme),
      oneOf(sizes, size, now.size),
      density,
      oneOf(spacings, spacing, now.spacing),
    ];
    cookies.push(`${LOOK_COOKIE}=${look.join('.')}${rules}`);
  }
  const language = languages.find((one) => one === chosen('lang'));
  if (language !== undefined) cookies.push(`${LANGUAGE_COOKIE}=${language}${rules}`);
  return cookies;
}
