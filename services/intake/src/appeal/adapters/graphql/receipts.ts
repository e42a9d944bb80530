import { Injectable } from '@nestjs/common';
import type { OpenAppealResult, OpenedByLink, Receipt as ReceiptAnswer } from '@otklik/contracts/generated/graphql';
import { BadInput, NotFound, signResidentToken, writeConsistencyToken } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import { Clock } from '@otklik/kernel';
import { Secrets } from '@otklik/vault';
import type { Elsewhere, Opened } from '../../application/open-appeal.js';
import type { Recovered } from '../../application/recover-follow-up.js';
import type { Receipt } from '../../application/submit-appeal.js';

/** Results with a resident's token. */
@Injectable()
export class Receipts {
  private readonly key: Buffer;

  constructor(
    secrets: Secrets,
    private readonly clock: Clock,
  ) {
    this.key = secrets.of('resident-token');
  }

  async of(district: number, submitted: Promise<Receipt>): Promise<ReceiptAnswer> {
    const { id, number, code, person, receivedAt, version, days } = await submitted;
    const { token } = await this.sign(district, { appeal: id, person });
    const consistencyToken = writeConsistencyToken({ service: 'intake', stream: id, version });
    return {
      ...({ __typename: 'Receipt', id, appeal: id, number, followUpCode: code, receivedAt, version } as const),
      registerBy: days.registerBy ?? null,
      answerBy: days.answerBy ?? null,
      consistencyToken,
      token,
    };
  }

  /** A wrong code and an unknown number give the same error. */
  async opened(district: number, opening: Promise<Opened | Elsewhere | 'WRONG'>): Promise<OpenAppealResult> {
    const opened = await opening;
    if (opened === 'WRONG') throw new BadInput('CODE_WRONG', 'code');
    if ('elsewhere' in opened) throw otherDistrict(opened.elsewhere);
    return { __typename: 'OpenedAppeal', ...(await this.sign(district, opened)) };
  }

  async openedOwn(district: number, opening: Promise<Opened | undefined>): Promise<OpenAppealResult> {
    const opened = await opening;
    if (!opened) throw new NotFound();
    return { __typename: 'OpenedAppeal', ...(await this.sign(district, opened)) };
  }

  async recovered(district: number, opening: Promise<Recovered | undefined>): Promise<OpenedByLink> {
    const opened = await opening;
    if (!opened) throw new BadInput('LINK_OVER', 'input.link');
    return { ...(await this.sign(district, opened)), followUpCode: opened.code };
  }

  private sign(district: number, { appeal, person }: Opened) {
    return signResidentToken(this.key, { district, appeal, person }, this.clock.now());
  }
}

/** A program gets the district by its code, too: its page is a link away. */
function otherDistrict({ code, name }: Elsewhere['elsewhere']): Fault {
  return new Fault('OTHER_DISTRICT', 'number', { district: name }, undefined, { district: { code, name } });
}
