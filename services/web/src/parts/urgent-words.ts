import type { Danger, Urgency } from '../generated/graphql.js';
import { t } from '../words/words.js';

interface Urgent {
  readonly urgency: Urgency | null;
  readonly danger: Danger | null;
}

/** «Срочно: запах газа»; of what only the district's words say, that it looks so. Empty for the rest. */
export function urgentWords({ urgency, danger }: Urgent): string {
  if (!urgency) return '';
  const what = danger ? t(`moderation.danger${danger}`) : '';
  return t(urgency === 'DECLARED' ? 'moderation.urgent' : 'moderation.urgentProposed', { what });
}
