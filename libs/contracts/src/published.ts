import type { Static, TObject } from 'typebox';
import type { Envelope, PublicEvent, Topic } from './envelope.js';

/**
 * A stored fact in its public form, under the id of the fact itself. `data` is held to the schema by the compiler.
 * The correlation of every fact is the appeal that it is about.
 */
export function published<Data extends TObject>(
  recorded: Envelope & { readonly position: number },
  topic: Topic,
  schema: { readonly type: string; readonly schema: number; readonly data: Data },
  data: Static<Data>,
): PublicEvent {
  return { ...recorded, topic, appeal: recorded.correlationId, type: schema.type, schema: schema.schema, data };
}
