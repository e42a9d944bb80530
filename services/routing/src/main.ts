import { runService } from '@otklik/host/process';
import { routingService } from './routing.module.js';

await runService(routingService);
