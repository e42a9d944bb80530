import type { AppealOrder } from '@otklik/contracts/generated/graphql';
import type { RegisterColumn } from './register-columns.js';

export interface OrderRule {
  readonly column: RegisterColumn;
  readonly direction: 'asc' | 'desc';
  /** Replaces a missing value. */
  readonly absent?: string;
}

export const orderRules: { readonly [Order in AppealOrder]: OrderRule } = {
  DEADLINE: { column: 'termOrder', direction: 'asc' },
  DEADLINE_REVERSED: { column: 'termOrder', direction: 'desc' },
  NEWEST: { column: 'receivedAt', direction: 'desc' },
  OLDEST: { column: 'receivedAt', direction: 'asc' },
  REGISTERED_NEWEST: { column: 'registration', direction: 'desc', absent: '' },
  REGISTERED_OLDEST: { column: 'registration', direction: 'asc', absent: '' },
};
