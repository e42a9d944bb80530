import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mailer, Outbox } from '@otklik/kernel';
import { mailMessage } from './mail-message.js';

/** Without a mail server letters become real `.eml` files, which any mail program opens. */
export function emlMailer(folder: string, from: string): Mailer {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter) {
      const { message } = await transport.sendMail(mailMessage(letter, from));
      if (!Buffer.isBuffer(message)) throw new TypeError('The letter was to be one buffer.');
      await write(folder, fileOf(letter.messageId), message);
      return `${letter.messageId} outbox`;
    },
    close: () => undefined,
  };
}

export function emlOutbox(folder: string): Outbox {
  return {
    async remove(ids) {
      for (const name of ids.map(fileOf)) {
        await rm(join(folder, name), { force: true });
        await rm(join(folder, unfinishedOf(name)), { force: true });
      }
    },
  };
}

/** File name by the UUID of a Message-ID: a UUID cannot lead out of the folder. */
function fileOf(id: string): string {
  const [uuid] = /[0-9a-f-]{36}/i.exec(id) ?? [];
  if (uuid === undefined) throw new TypeError('A Message-ID must contain the UUID of its event.');
  return `${uuid}.eml`;
}

/** A fixed name, so that the next attempt overwrites the rest of a crashed one; the lease excludes concurrent attempts. */
function unfinishedOf(name: string): string {
  return `.${name}.part`;
}

/** Writes atomically and syncs to disk before the letter counts as sent. Readable by the service's user only. */
async function write(folder: string, name: string, content: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, unfinishedOf(name));
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, join(folder, name));
}
