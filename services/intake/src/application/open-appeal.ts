import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { sameShape } from '@otklik/kernel';
import { AppealHandler } from './appeal-handler.js';
import { isRightCode } from './follow-up-code.js';
import { FollowUpCodes } from './follow-up-codes.js';

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
  ) {}

  /**
   * The appeal that the number and code open. `WRONG` for a wrong code and for an unknown number alike. Tries are not counted here:
   * a lock would be in the hands of whoever knows a number, and a code has 80 bits (the gateway's `limitAttempts`).
   */
  async open(district: number, typed: { readonly number: string; readonly code: string }): Promise<Opened | 'WRONG'> {
    if (typed.number.length > MAX_INPUT_LENGTH || typed.code.length > MAX_INPUT_LENGTH) return 'WRONG';
    const number = sameShape(typed.number);
    const found = await this.codes.find(district, number);
    // Compare a code for an unknown number, too: the time of the answer must not reveal it.
    const candidates = found.length > 0 ? found : [{ appeal: '', person: '', hash: randomBytes(32) }];
    const fitting = candidates.filter(({ appeal, hash }) => isRightCode(typed.code, appeal, hash))[0];
    if (!fitting) return 'WRONG';
    const { state } = await this.appeals.load(district, fitting.appeal);
    if (state.status === 'NONE' || state.status === 'ERASED') return 'WRONG';
    return { appeal: fitting.appeal, person: state.person };
  }
}
