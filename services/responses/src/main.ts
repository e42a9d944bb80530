import { runService } from '@otklik/host/process';
import { responsesService } from './responses.module.js';

await runService(responsesService);
