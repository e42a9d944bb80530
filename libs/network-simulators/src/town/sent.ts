import type { IncomingMessage } from 'node:http';

const MAX_BODY = 30 * 1024 * 1024;

/** Something that was sent cannot be understood. */
export class Unclear extends Error {}

/** An action of a person: a form of the page, or JSON of a program. */
export interface Sent {
  text(name: string): string | undefined;
  photos(): Promise<readonly Uint8Array[]>;
}

/** A form of the page, or JSON of a program. */
export async function read(request: IncomingMessage, isProgram: boolean): Promise<Sent> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Unclear('Too large.');
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  return isProgram ? ofJson(body) : ofForm(body, request.headers['content-type'] ?? '');
}

/** The field, which must be there. */
export function needed(sent: Sent, name: string): string {
  const value = sent.text(name);
  if (value === undefined) throw new Unclear(`${name} is missing.`);
  return value;
}

function ofJson(body: Buffer): Sent {
  let fields: Readonly<Record<string, unknown>>;
  try {
    fields = JSON.parse(body.toString()) as typeof fields;
  } catch {
    throw new Unclear('The body is not JSON.');
  }
  const photos = (fields['photos'] ?? []) as readonly string[];
  return {
    text: (name) => (fields[name] === undefined || fields[name] === false ? undefined : String(fields[name])),
    photos: () => Promise.resolve(photos.map((one) => Buffer.from(one, 'base64'))),
  };
}

async function ofForm(body: Buffer, type: string): Promise<Sent> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Unclear('The body is no form.');
  });
  const files = form.getAll('photo').filter((one) => one instanceof File && one.size > 0) as File[];
  return {
    text: (name) => {
      const value = form.get(name);
      return typeof value === 'string' && value !== '' ? value : undefined;
    },
    photos: () => Promise.all(files.map(async (one) => new Uint8Array(await one.arrayBuffer()))),
  };
}
