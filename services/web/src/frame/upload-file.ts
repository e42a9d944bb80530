import { language } from '../words/words.js';

export type Upload =
  | { readonly is: 'SENT'; readonly id: string; readonly receipt?: string }
  | { readonly is: 'REFUSED'; readonly message: string };

/** Sends one file before the appeal, or the draft of the response, that names it. The same file with the same key has the same id. */
export async function uploadFile(district: string, key: string, file: File, response?: string): Promise<Upload> {
  const body = new FormData();
  body.append('file', file);
  const query = new URLSearchParams({ district, key, ...(response === undefined ? {} : { response }) });
  try {
    const response = await fetch(`/files?${query}`, {
      method: 'POST',
      body,
      credentials: 'same-origin',
      headers: { 'accept-language': language },
    });
    const answer = (await response.json()) as {
      readonly id?: string;
      readonly receipt?: string;
      readonly errors?: readonly { readonly message: string }[];
    };
    const { id, receipt } = answer;
    if (id !== undefined) return { is: 'SENT', id, ...(receipt === undefined ? {} : { receipt }) };
    return { is: 'REFUSED', message: answer.errors?.[0]?.message ?? '' };
  } catch (error) {
    // `fetch` rejects with TypeError without a connection; a proxy's page is no JSON.
    if (error instanceof TypeError || error instanceof SyntaxError) return { is: 'REFUSED', message: '' };
    throw error;
  }
}
