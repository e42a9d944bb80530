import { Background, type BackgroundTask } from '@otklik/host';
import { Injectable } from '@nestjs/common';
import { ReadModels } from '@otklik/read-models';

/** Has the register's tables, in the version that this build reads, before anything reads them. */
@Background('INSIDE', { isNeededByRequests: true })
@Injectable()
export class RegisterModels implements BackgroundTask {
  constructor(private readonly models: ReadModels) {}

  start(): Promise<void> {
    return this.models.start();
  }

  stop(): void {
    this.models.stop();
  }
}
