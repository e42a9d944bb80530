import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Vault } from '@otklik/vault';
import { sameShape } from '@otklik/kernel';
import { Directory, type District } from '@otklik/tenancy';
import { AppealHandler } from './appeal-handler.js';
import { CodeSeals } from './code-seal.js';
import { isRightCode } from './follow-up-code.js';
import { type FollowedAppeal, FollowUpCodes } from '../store/follow-up-codes.js';

export interface Opened {
  readonly appeal: string;
  readonly person: string;
}

/** Number and code are right, and of another district of the platform. */
export interface Elsewhere {
  readonly elsewhere: District;
}

const MAX_INPUT_LENGTH = 100;

@Injectable()
export class OpenAppeal {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly codes: FollowUpCodes,
    private readonly seals: CodeSeals,
    private readonly directory: Directory,
    private readonly vault: Vault,
  ) {}

  /** The appeal of one who signed in; undefined for another's, as for one that is not there. */
  async openOwn(district: number, appeal: string, subject: string): Promise<Opened | undefined> {
    const { state } = await this.appeals.load(district, appeal);
    if (state.status === 'NONE' || state.status === 'ERASED') return undefined;
    const { subject: sealed } = state.published.received;
    const own = sealed === undefined ? undefined : await this.vault.open(district, sealed, { field: 'subject' });
    return own === subject ? { appeal, person: state.person } : undefined;
  }

  /**
   * The appeal that the number and code open. `WRONG` for a wrong code and for an unknown number alike. A holder of
   * both who has forgotten the district gets it: that reveals nothing without the code. Attempts are not counted here:
   * a lock would let anyone who knows a number lock its holder out, and a code has 80 bits (the gateway's
   * `limitAttempts`).
   */
  async open(
    district: number,
    typed: { readonly number: string; readonly code: string },
  ): Promise<Opened | Elsewhere | 'WRONG'> {
    if (typed.number.length > MAX_INPUT_LENGTH || typed.code.length > MAX_INPUT_LENGTH) return 'WRONG';
    const number = sameShape(typed.number);
    const fitting = fittingOf(await this.codes.find([district], number), typed.code);
    if (fitting) return (await this.opened(fitting)) ?? 'WRONG';
    const others = this.directory.districts().filter(({ id }) => id !== district);
    const other = fittingOf(others.length === 0 ? [] : await this.codes.find(ids(others), number), typed.code);
    const elsewhere = other && (await this.opened(other)) && this.directory.districtById(other.district);
    return elsewhere ? { elsewhere } : 'WRONG';
  }

  /** Also undefined for a code whose stored hash was replaced. */
  private async opened(found: FollowedAppeal): Promise<Opened | undefined> {
    const { district, appeal } = found;
    const { state, codes } = await this.appeals.loadWithCodes(district, appeal);
    if (this.seals.verdict(found, codes) === 'REPLACED') return undefined;
    return state.status === 'NONE' || state.status === 'ERASED' ? undefined : { appeal, person: state.person };
  }
}

function ids(districts: readonly District[]): readonly number[] {
  return districts.map(({ id }) => id);
}

/** Compares a code for an unknown number, too: the time of the answer must not reveal it. */
function fittingOf(found: readonly FollowedAppeal[], code: string): FollowedAppeal | undefined {
  if (found.length === 0) isRightCode(code, '', randomBytes(32));
  return found.filter(({ appeal, hash }) => isRightCode(code, appeal, hash))[0];
}
