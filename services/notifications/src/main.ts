import { runService } from '@otklik/host/process';
import { notificationsService } from './notifications.module.js';

await runService(notificationsService);
