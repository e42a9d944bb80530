import { runService } from '@otklik/host/process';
import { intakeService } from './intake.module.js';

await runService(intakeService);
