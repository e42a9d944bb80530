const MAX_GIST = 160;

/** The first sentence: the row shows what it is about, the preview the whole. */
export function gistOf(excerpt: string | null): string | null {
  if (excerpt === null) return null;
  const line = excerpt.replace(/\s+/gu, ' ').trim();
  const [sentence = line] = /^.{12,}?[.!?](?=\s|$)/u.exec(line) ?? [];
  const gist = sentence.replace(/[.]$/u, '');
  return gist.length > MAX_GIST ? `${gist.slice(0, MAX_GIST)}…` : gist;
}
