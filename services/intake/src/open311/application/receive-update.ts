import { Injectable } from '@nestjs/common';
import { Clock, compact, uuidv5 } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { KeyKeeper } from '@otklik/vault';
import { AppealHandler } from '../../appeal/application/appeal-handler.js';

const NAMESPACE = '5c4a1a0d-1f5e-4a57-9d44-7d3f1f0b6b0e';

/** What a front-end adds to a request of its own, validated. */
export interface PostedUpdate {
  /** Id of the client's account. */
  readonly account: string;
  /** The appeal's id. */
  readonly request: string;
  /** The client's own id of the update: the same is added once. */
  readonly id: string;
  readonly text: string;
  readonly name?: string;
  readonly contact?: string;
}

/** Updates of requests, as mySociety's extension of Open311 has them. */
@Injectable()
export class ReceiveUpdate {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly vault: KeyKeeper,
    private readonly clock: Clock,
  ) {}

  /** The update's id here. Throws `Refusal` where the case takes nothing more. */
  async receive(district: District, update: PostedUpdate): Promise<string> {
    const { account, request, id, text } = update;
    const commandId = uuidv5(NAMESPACE, JSON.stringify([district.id, account, request, id]));
    const context = {
      district: district.id,
      commandId,
      correlationId: request,
      at: this.clock.now(),
      actor: { kind: 'system', id: 'intake.open311' },
    } as const;
    const author = await this.authorOf(district.id, update);
    await this.appeals.handle(context, request, { type: 'SupplementAppeal', text, files: [], ...author, commandId });
    return commandId;
  }

  /** The applicant is known by the contact of the request; anybody else is a stranger, whose name is kept sealed. */
  private async authorOf(district: number, { request, name, contact }: PostedUpdate) {
    const { state } = await this.appeals.load(district, request);
    const persons = contact === undefined ? [] : await this.vault.personsOf(district, contact);
    if (state.status !== 'NONE' && persons.includes(state.person)) return { byApplicant: true };
    return compact({ byApplicant: false, author: contact, authorName: name });
  }
}
