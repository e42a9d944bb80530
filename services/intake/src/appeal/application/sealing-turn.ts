import { Injectable } from '@nestjs/common';
import { keyedMutex } from './keyed-mutex.js';

/**
 * One transaction of the process that seals a text at a time: it needs a second connection for the key of the person, and as many at
 * once as the pool has places would wait for each other.
 */
@Injectable()
export class SealingTurn {
  private readonly exclusively = keyedMutex();

  take<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.exclusively(0, work);
  }
}
