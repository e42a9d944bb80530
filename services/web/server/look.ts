/** How the pages look, from the cookie that residents' pages and the desk share. Unknown values are the usual ones. */
export interface Look {
  readonly theme: 'auto' | 'light' | 'dark' | 'contrast';
  readonly size: '1' | '2' | '3';
  readonly density: 'dense' | 'roomy';
}

export function appearanceOf(cookie = ''): Look {
  const found = /(?:^|; )otklik-look=([^;]*)/.exec(cookie)?.[1] ?? '';
  const [theme, size, density] = found.split('.');
  return {
    theme: (['light', 'dark', 'contrast'] as const).find((one) => one === theme) ?? 'auto',
    size: (['2', '3'] as const).find((one) => one === size) ?? '1',
    density: density === 'roomy' ? 'roomy' : 'dense',
  };
}

/** English only for a browser that prefers it to Russian. */
export function languageOf(accepted = ''): 'ru' | 'en' {
  const first = /\b(ru|sah|en)\b/i.exec(accepted)?.[1]?.toLowerCase();
  return first === 'en' ? 'en' : 'ru';
}
