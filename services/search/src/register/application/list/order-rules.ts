import type { AppealOrder } from '@otklik/contracts/generated/graphql';
import type { RegisterColumn } from './register-columns.js';

export interface OrderRule {
  readonly column: RegisterColumn;
  readonly direction: 'asc' | 'desc';
  /** Replaces a missing value. */
  readonly absent?: string;
}

export const orderRules: { readonly [Order in AppealOrder]: OrderRule } = {
  DEADLINE: { column: 'due', direction: 'asc', absent: '9999-12-31T24:00' },
  DEADLINE_REVERSED: { column: 'due', direction: 'desc', absent: '9999-12-31T24:00' },
  NEWEST: { column: 'receivedAt', direction: 'desc' },
  OLDEST: { column: 'receivedAt', direction: 'asc' },
  REGISTERED_NEWEST: { column: 'registration', direction: 'desc', absent: '' },
  REGISTERED_OLDEST: { column: 'registration', direction: 'asc', absent: '' },
};
