import { Inject, Injectable } from '@nestjs/common';
import { open311Text } from '@otklik/contracts/texts';
import { BadInput, Forbidden, NotFound } from '@otklik/host';
import { compact } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Open311Clients } from '../../application/clients.js';
import { ReceiveRequest } from '../../application/receive-request.js';
import { ReceiveUpdate } from '../../application/receive-update.js';
import { PublishedRequests } from '../../store/published-requests.js';
import { INTAKE_CONFIG, type IntakeConfig } from '../../../config.js';
import { tooMany, type Asked } from './open311-asked.js';
import { Open311Districts } from './open311-districts.js';
import type { Document } from './open311-format.js';
import { postedRequest, postedUpdate } from './open311-forms.js';

const WINDOW_S = 600;
const MAX_KEY_LENGTH = 200;

/** What other front-ends send, each by its key. */
@Injectable()
export class Open311Posts {
  private readonly limiter: RateLimiterMemory;
  private readonly publicUrl: string;

  constructor(
    private readonly districts: Open311Districts,
    private readonly clients: Open311Clients,
    private readonly requests: ReceiveRequest,
    private readonly updates: ReceiveUpdate,
    private readonly told: PublishedRequests,
    @Inject(INTAKE_CONFIG) { open311PerKey, publicUrl }: IntakeConfig,
  ) {
    this.limiter = new RateLimiterMemory({ points: open311PerKey || Number.MAX_SAFE_INTEGER, duration: WINDOW_S });
    this.publicUrl = (publicUrl ?? '').replace(/\/$/, '');
  }

  /** Throws `BadInput`, `Forbidden`, `NotFound`, `RateLimited`, `Refusal`. */
  async post(asked: Asked): Promise<Document> {
    const isRequest = asked.resource === 'requests';
    if (asked.id !== undefined || (!isRequest && asked.resource !== 'servicerequestupdates')) throw new NotFound();
    const district = this.districts.of(asked.form);
    const account = await this.clientOf(district, asked);
    return isRequest ? this.request(district, account, asked) : this.update(district, account, asked);
  }

  private async clientOf(district: District, { form }: Asked): Promise<string> {
    const account = this.clients.find(district, form.one('api_key') ?? '');
    if (account === undefined) throw new Forbidden();
    await this.limiter.consume(account).catch(tooMany);
    return account;
  }

  private async request(district: District, account: string, asked: Asked): Promise<Document> {
    const { form, language, idempotencyKey } = asked;
    if (idempotencyKey !== undefined && idempotencyKey.length > MAX_KEY_LENGTH)
      throw new BadInput('TEXT_TOO_LONG', 'idempotency-key', { max: MAX_KEY_LENGTH });
    const { id, number: receipt } = await this.requests.receive(district, {
      account,
      ...postedRequest(form, district, language),
      ...compact({ idempotencyKey }),
    });
    const notice = open311Text('notice', language, { receipt, page: `${this.publicUrl}/${district.code}/lost` });
    const answer = { service_request_id: id, service_notice: notice, account_id: form.one('account_id') ?? null };
    return { root: 'service_requests', value: [answer] };
  }

  private async update(district: District, account: string, { form, language }: Asked): Promise<Document> {
    const posted = postedUpdate(form, language);
    const [request] = await this.told.byIds(district.id, [posted.request]);
    if (!request) throw new NotFound();
    // A client that did not create it adds nothing to it.
    if (request.account !== account) throw new Forbidden();
    const id = await this.updates.receive(district, { account, ...posted });
    return { root: 'service_request_updates', value: [{ update_id: id }] };
  }
}
