import { Injectable } from '@nestjs/common';
import { letterText } from '@otklik/contracts/texts';
import { compact, Mailer, MailFailure, uuidv5, type Letter } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import type { Official } from '@otklik/tenancy';
import { openOfficialEmail, Secrets } from '@otklik/vault';
import type { LetterStyle } from '../../letters/application/letter.js';
import { LetterSettings } from '../../letters/application/send-letter.js';

/** Claimed for one attempt. */
export interface DueLetter {
  readonly district: number;
  readonly appeal: string;
  /** No further attempt follows. */
  readonly isLast: boolean;
}

export type Attempted = 'DONE' | 'RETRY' | 'GAVE_UP';

/** How attempts of a kind of letters are counted and logged. */
export interface AttemptRecord {
  readonly count: (outcome: 'SENT' | 'NOT_SENT' | 'FAILED' | 'POSTPONED') => void;
  /** What is logged of a failure. */
  readonly failure: string;
}

interface Written {
  /** They make the Message-ID, the same at every attempt. */
  readonly id: readonly [of: string, name: string];
  readonly kind: 'ALARM' | 'LAPSED_ISSUE' | `ASSIGNMENT.${'QUESTION' | 'PART' | 'DEPARTMENT_PART'}`;
  readonly values: Readonly<Record<string, string>>;
}

/** E-mails to officials: what letters of all kinds have in common. */
@Injectable()
export class OfficialPost {
  private readonly key: Buffer;

  constructor(
    private readonly mailer: Mailer,
    readonly settings: LetterSettings,
    private readonly logger: Logger,
    secrets: Secrets,
  ) {
    this.key = secrets.of('official-email');
  }

  letter(official: Pick<Official, 'id'> & { readonly email: string }, { id, kind, values }: Written): Letter {
    const { language } = this.settings;
    return {
      ...this.envelope(official, id),
      subject: letterText(`${kind}.subject`, language, values),
      text: letterText(`${kind}.body`, language, values),
    };
  }

  envelope(
    { id, email }: Pick<Official, 'id'> & { readonly email: string },
    [of, name]: Written['id'],
  ): Pick<Letter, 'messageId' | 'to'> {
    return { messageId: `<${uuidv5(of, name)}@${this.settings.domain}>`, to: openOfficialEmail(this.key, id, email) };
  }

  /** One attempt; without a letter there is nothing to send any more. Throws what is no failure of mail. */
  async attempt(
    { district, appeal, isLast }: Omit<DueLetter, 'appeal'> & Partial<Pick<DueLetter, 'appeal'>>,
    letter: Letter | undefined,
    { count, failure }: AttemptRecord,
  ): Promise<Attempted> {
    try {
      if (letter) await this.mailer.send(letter);
      count(letter ? 'SENT' : 'NOT_SENT');
      return 'DONE';
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      const isOver = error.final || isLast;
      count(isOver ? 'FAILED' : 'POSTPONED');
      this.logger.warn(failure, { district, ...compact({ appeal }), code: error.code });
      return isOver ? 'GAVE_UP' : 'RETRY';
    }
  }
}

/** Of the desk of a district; undefined where the public address is not known. */
export function deskAddress({ publicUrl }: Pick<LetterStyle, 'publicUrl'>, district: string): string | undefined {
  return publicUrl === undefined ? undefined : `${publicUrl.replace(/\/+$/, '')}/desk/${district}`;
}
