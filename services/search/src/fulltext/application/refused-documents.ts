import type { IndexDocument } from './search-index.js';

export interface RefusedDocument extends Pick<IndexDocument, 'district' | 'id'> {
  /** Why, in the index's own word; holds no data. */
  readonly code: string;
}

/** The index takes all the others of a call, and these it never will. */
export class RefusedDocuments extends Error {
  override readonly name = 'RefusedDocuments';

  constructor(readonly documents: readonly RefusedDocument[]) {
    super(`The index refused ${documents.length} document(s).`);
  }
}
