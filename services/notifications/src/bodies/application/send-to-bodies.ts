import { Injectable } from '@nestjs/common';
import { PerformWork } from '@otklik/host';
import { counter } from '@otklik/observability';
import { sendDue } from '../../notice/application/send-due.js';
import { BodyRequests } from '../store/body-requests.js';
import { PostRequest } from './post-request.js';

const MAX_CONCURRENT_REQUESTS = 4;
/** Longer than any attempt: a look and a post, each with its timeout. */
const LEASE_MS = 120_000;
const ATTEMPT_MS = 90_000;

const requests = counter('otklik_body_requests_total', 'Attempts to send requests to bodies, by outcome', ['outcome']);

/** Sends what is due to bodies by Open311, a few concurrently. */
@Injectable()
export class SendToBodies {
  private readonly stopping = new AbortController();

  constructor(
    private readonly work: PerformWork,
    private readonly requests: BodyRequests,
    private readonly request: PostRequest,
  ) {}

  /** Answers how many were tried. */
  sendDue(atOnce = MAX_CONCURRENT_REQUESTS): Promise<number> {
    return sendDue(this.work, {
      kind: 'BODY_REQUEST',
      atOnce,
      leaseMs: LEASE_MS,
      pending: (notice) => this.requests.pending(notice),
      send: async (claimed, attempt) => {
        const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(ATTEMPT_MS)]);
        const sent = await this.request.send({ ...claimed, attempt }, signal);
        requests.inc({ outcome: sent.outcome });
        return sent;
      },
    });
  }

  /** What is under way ends as unknown, and is looked for after the next start. */
  close(): void {
    this.stopping.abort();
  }
}
