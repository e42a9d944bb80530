import { BadInput } from '@otklik/host';
import { compact } from '@otklik/kernel';
import type { FileCheck } from '../application/mail.js';
import { checkedFile } from '../../files/adapters/http/checked-file.js';
import { fileName } from '../../files/adapters/http/file-name.js';
import { MAX_FILE_BYTES } from '../../files/adapters/http/files.routes.js';

/** The rules of the form's uploads: by the bytes, whatever the letter calls them. */
export const fileCheck: FileCheck = {
  async check({ name, bytes }) {
    if (bytes.length > MAX_FILE_BYTES) return undefined;
    try {
      const file = await checkedFile(bytes);
      const own = fileName(name);
      return { ...file, ...compact({ name: own }) };
    } catch (error) {
      if (error instanceof BadInput) return undefined;
      throw error;
    }
  },
};
