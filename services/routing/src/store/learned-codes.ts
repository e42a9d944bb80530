import { Injectable } from '@nestjs/common';
import type { LearnedChoice } from '@otklik/text-analysis';
import type { MetCodes } from '../domain/proposed-codes.js';
import { LearnedStore } from './learned-store.js';

/** What the codes that were given taught, and how well it meets the newest that officials chose. */
export interface LearnedCodeTable {
  readonly met: MetCodes;
  readonly model: LearnedChoice;
}

@Injectable()
export class LearnedCodes extends LearnedStore<LearnedCodeTable> {
  constructor() {
    super('learned_code', ['met']);
  }
}
