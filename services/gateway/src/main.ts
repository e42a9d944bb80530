import { runProcess } from '@otklik/host/process';
import { runGateway } from './run-gateway.js';

await runProcess('gateway', runGateway);
