/** Texts that the server put beside the form for the script. */
export type Words = Readonly<Record<string, string>>;

const KILO = 1024;

export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function sizeOf(bytes: number, words: Words): string {
  const kilo = bytes / KILO;
  if (kilo < KILO) return filled(words['kb']!, { n: Math.max(1, Math.round(kilo)) });
  // Rounded up, so that what is over a limit reads so.
  const mega = Math.ceil((kilo / KILO) * 10) / 10;
  return filled(words['mb']!, { n: mega.toLocaleString(document.documentElement.lang) });
}
