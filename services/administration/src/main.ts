import { runService } from '@otklik/host/process';
import { administrationService } from './administration.module.js';

await runService(administrationService);
