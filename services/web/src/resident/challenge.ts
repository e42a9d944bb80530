const CHALLENGE = /id="challenge" data-bits="(\d+)"><input type="hidden" name="challenge" value="([\w-]+)"/;

/** Form fields that answer the challenge of the server's page; undefined where it sets none, or here no digest can be made. */
export async function answerTo(page: string): Promise<[string, string][] | undefined> {
  const [, bits, challenge] = CHALLENGE.exec(page) ?? [];
  if (challenge === undefined || !globalThis.crypto?.subtle) return undefined;
  for (let n = 0; ; n += 1) {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${challenge}.${n}`));
    if (Math.clz32(new DataView(digest).getUint32(0)) >= Number(bits))
      return [
        ['challenge', challenge],
        ['work', String(n)],
      ];
  }
}
