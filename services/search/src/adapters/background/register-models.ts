import { Background, type BackgroundTask } from '@otklik/host';
import { Injectable } from '@nestjs/common';
import { ReadModels } from '@otklik/read-models';

/** Has the register's tables before anything reads them, and fills newer ones meanwhile. */
@Background('INSIDE')
@Injectable()
export class RegisterModels implements BackgroundTask {
  constructor(private readonly models: ReadModels) {}

  start(): Promise<void> {
    return this.models.start();
  }

  stop(): Promise<void> {
    return this.models.stop();
  }
}
