import { Injectable } from '@nestjs/common';
import type { Regime } from '@otklik/contracts/enumerations';
import { Clock, localDate, termStart } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { answerDeadline, answerMoments, type AnswerDeadline } from '../domain/answer-deadline.js';
import type { ProposedRoute, Submission } from '../domain/routing-rules.js';
import { DistrictRoutes } from './district-routes.js';

export interface Proposal {
  readonly route: ProposedRoute | undefined;
  readonly deadline: AnswerDeadline | undefined;
}

/** What a registration of today would propose; the same rules and terms, before anything is recorded. */
@Injectable()
export class ProposeRouteFor {
  constructor(
    private readonly routes: DistrictRoutes,
    private readonly clock: Clock,
  ) {}

  of(district: District, submission: Submission, regime: Regime): Proposal {
    const at = this.clock.now();
    const registered = termStart(localDate(at, district.zone), district.zone, at);
    const deadline = answerDeadline(regime, district.policy.answerTerms, answerMoments(registered), district.calendar);
    return { route: this.routes.of(district)(submission), deadline };
  }
}
