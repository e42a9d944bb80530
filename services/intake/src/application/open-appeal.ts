import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { sameShape } from '@otklik/kernel';
import { AppealHandler } from './appeal-handler.js';
import { isRightCode } from './follow-up-code.js';
import { FollowUpCodes } from './follow-up-codes.js';
import { OpenAttempts } from './open-attempts.js';

export interface Opened {
  readonly appeal: string;
  readonly person: string;
}

const MAX_INPUT_LENGTH = 100;

@Injectable()
export class OpenAppeal {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly codes: FollowUpCodes,
    private readonly attempts: OpenAttempts,
  ) {}

  /**
   * The appeal that the number and code open. `WRONG` for a wrong code and for an unknown number alike; `TOO_MANY` instead beyond
   * the limit of wrong tries for the number or the district. The right code opens all the same: nobody who knows a number, and no
   * crowd, locks its owner out. `at`: server clock, ISO 8601.
   */
  async open(
    district: number,
    typed: { readonly number: string; readonly code: string },
    at: string,
  ): Promise<Opened | 'WRONG' | 'TOO_MANY'> {
    if (typed.number.length > MAX_INPUT_LENGTH || typed.code.length > MAX_INPUT_LENGTH) return 'WRONG';
    const number = sameShape(typed.number);
    const found = await this.codes.find(district, number);
    // Compare a code for an unknown number, too: the time of the answer must not reveal it.
    const candidates = found.length > 0 ? found : [{ appeal: '', person: '', hash: randomBytes(32) }];
    const fitting = candidates.filter(({ appeal, hash }) => isRightCode(typed.code, appeal, hash))[0];
    if (!fitting) return (await this.attempts.begin(district, number, at)) ? 'WRONG' : 'TOO_MANY';
    const { state } = await this.appeals.load(district, fitting.appeal);
    if (state.status === 'NONE' || state.status === 'ERASED') return 'WRONG';
    return { appeal: fitting.appeal, person: state.person };
  }
}
