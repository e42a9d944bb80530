/** How the desk looks, kept in one cookie: the server writes it into <html>, so the first paint is right. */
export interface Appearance {
  readonly theme: 'auto' | 'light' | 'dark' | 'contrast';
  readonly size: '1' | '2' | '3';
  readonly density: 'dense' | 'roomy';
}

const COOKIE = 'otklik-look';
const MAX_AGE_S = 365 * 24 * 3600;
const usual: Appearance = { theme: 'auto', size: '1', density: 'dense' };
const allowed: { readonly [Field in keyof Appearance]: readonly Appearance[Field][] } = {
  theme: ['auto', 'light', 'dark', 'contrast'],
  size: ['1', '2', '3'],
  density: ['dense', 'roomy'],
};

/** Unknown or absent values are the usual ones. */
export function parseAppearance(cookie: string): Appearance {
  const found = new RegExp(`(?:^|; )${COOKIE}=([^;]*)`).exec(cookie)?.[1] ?? '';
  const [theme, size, density] = found.split('.');
  const pick = <Field extends keyof Appearance>(field: Field, value: string | undefined): Appearance[Field] =>
    allowed[field].find((one) => one === value) ?? usual[field];
  return { theme: pick('theme', theme), size: pick('size', size), density: pick('density', density) };
}

export function currentAppearance(): Appearance {
  return parseAppearance(document.cookie);
}

export function applyAppearance(look: Appearance = currentAppearance()): void {
  const { dataset } = document.documentElement;
  if (look.theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = look.theme;
  dataset['size'] = look.size;
  dataset['density'] = look.density;
}

export function saveAppearance(look: Appearance): void {
  document.cookie = `${COOKIE}=${look.theme}.${look.size}.${look.density}; path=/; max-age=${MAX_AGE_S}; samesite=lax`;
  applyAppearance(look);
}
