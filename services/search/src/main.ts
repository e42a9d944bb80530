import { runService } from '@otklik/host/process';
import { searchService } from './search.module.js';

await runService(searchService);
