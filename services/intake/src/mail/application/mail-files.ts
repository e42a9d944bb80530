import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { MAX_FILES } from '../../appeal/domain/appeal.decide.js';
import { Files, uploadId } from '../../files/application/files.js';
import { FileCheck, type MailFile } from './mail.js';
import type { KeptMail } from '../store/mails.js';

export interface TakenFiles {
  /** Ids of uploads. */
  readonly ids: readonly string[];
  /** Names of those that are not taken. */
  readonly notTaken: readonly string[];
}

/** Makes uploads of what is attached to a letter. */
@Injectable()
export class MailFiles {
  constructor(
    private readonly check: FileCheck,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** The same file of the same letter is the same upload. `unnamed`: what one without a name is called. */
  async take({ district, id }: KeptMail, attached: readonly MailFile[], unnamed: string): Promise<TakenFiles> {
    const ids = new Set<string>();
    const notTaken: string[] = [];
    for (const file of attached) {
      const checked = ids.size < MAX_FILES ? await this.check.check(file) : undefined;
      if (checked)
        ids.add((await this.files.keep(district, checked, this.clock.now(), uploadId(district, id, file.bytes))).id);
      else notTaken.push(file.name ?? unnamed);
    }
    return { ids: [...ids], notTaken };
  }
}
