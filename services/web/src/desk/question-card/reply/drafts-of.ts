import type { Card } from '../../../acts/card.js';

type Request = Card['questions'][number]['requests'][number];
type Asked = Pick<Request, 'id' | 'body' | 'purpose' | 'receivedOn' | 'text'>;

export interface ReceivedDraft {
  readonly id: string;
  /** Who wrote it. */
  readonly body: string;
  readonly text: string;
}

/** The drafts of the answer that came, with a text. */
export function draftsOf(requests: readonly Asked[]): readonly ReceivedDraft[] {
  return requests.flatMap(({ id, body, purpose, receivedOn, text }) =>
    purpose === 'DRAFT' && receivedOn && text ? [{ id, body, text }] : [],
  );
}
