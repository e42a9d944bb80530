import { Injectable } from '@nestjs/common';
import type { LearnedChoice } from '@otklik/text-analysis';
import type { MetDecisions } from '../domain/learned-routes.js';
import { LearnedStore } from './learned-store.js';

/** What a district's decisions taught: the table of weights, and how well it meets the newest of them. */
export interface LearnedTable {
  readonly met: MetDecisions;
  /** By topic the department to which it went last. */
  readonly departments: Readonly<Record<string, string>>;
  readonly model: LearnedChoice;
}

@Injectable()
export class LearnedTables extends LearnedStore<LearnedTable> {
  constructor() {
    super('learned_route', ['met', 'departments']);
  }
}
