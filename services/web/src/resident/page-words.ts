/** Texts that the server put beside the form for the script. */
export type Words = Readonly<Record<string, string>>;

const KILO = 1024;

/** The element of the page with that id, where the page has it. */
export const at = <Found extends HTMLElement | null = HTMLElement>(id: string) => document.getElementById(id) as Found;

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

/** A paragraph of that class with words in bold between others. */
export function paragraph(className: string, before: string, bold: string, after: string): HTMLElement {
  const made = document.createElement('p');
  made.className = className;
  const strong = document.createElement('b');
  strong.textContent = bold;
  made.append(before, strong, after);
  return made;
}
