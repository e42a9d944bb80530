import type { Migration } from '@otklik/tenancy';
import { askingIsWork } from './bodies/adapters/postgres/ask-work-migration.js';
import { linkLettersAreWork } from './letters/adapters/postgres/link-work-migration.js';
import { placedNoticesAreWork } from './networks/adapters/postgres/placed-migration.js';
import { claimsWaitForNoDelivery, deliveriesAreWork } from './notice/adapters/postgres/delivery-work-migration.js';

/** What waits to be sent, sought or asked is work. */
export const waitingIsWork: readonly Migration[] = [
  linkLettersAreWork,
  placedNoticesAreWork,
  deliveriesAreWork,
  claimsWaitForNoDelivery,
  askingIsWork,
];
