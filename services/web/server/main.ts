import { runProcess } from '@otklik/host/process';
import { WEB } from './reader.js';
import { runWeb } from './run-web.js';

await runProcess(WEB, runWeb);
