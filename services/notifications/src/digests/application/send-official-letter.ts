import { compact, MailFailure, type Letter, type Mailer } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { LetterStyle } from '../../letters/application/letter.js';

/** Claimed for one attempt. */
export interface DueLetter {
  readonly district: number;
  readonly appeal: string;
  /** No further attempt follows. */
  readonly isLast: boolean;
}

export type Attempted = 'DONE' | 'RETRY' | 'GAVE_UP';

interface Attempt {
  readonly mailer: Mailer;
  readonly logger: Logger;
  /** Undefined: there is nothing to send any more. */
  readonly letter: Letter | undefined;
  readonly count: (outcome: 'SENT' | 'NOT_SENT' | 'FAILED' | 'POSTPONED') => void;
  /** What is logged of a failure. */
  readonly failure: string;
}

/** One attempt of a letter to an official. Throws what is no failure of mail. */
export async function sendOfficialLetter(
  { district, appeal, isLast }: Omit<DueLetter, 'appeal'> & Partial<Pick<DueLetter, 'appeal'>>,
  { mailer, logger, letter, count, failure }: Attempt,
): Promise<Attempted> {
  try {
    if (letter) await mailer.send(letter);
    count(letter ? 'SENT' : 'NOT_SENT');
    return 'DONE';
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    const isOver = error.final || isLast;
    count(isOver ? 'FAILED' : 'POSTPONED');
    logger.warn(failure, { district, ...compact({ appeal }), code: error.code });
    return isOver ? 'GAVE_UP' : 'RETRY';
  }
}

/** Of the desk of a district; undefined where the public address is not known. */
export function deskAddress({ publicUrl }: Pick<LetterStyle, 'publicUrl'>, district: string): string | undefined {
  return publicUrl === undefined ? undefined : `${publicUrl.replace(/\/+$/, '')}/desk/${district}`;
}
