import Type from 'typebox';
import { Personal, Uuid } from './declare-event.js';

export const AttachedFile = Type.Object({
  id: Uuid,
  type: Type.String(),
  /** Bytes. */
  size: Type.Integer(),
  sha256: Type.String(),
});

/** Names of the event's files in their order, as one JSON array: a name may tell of a person. Empty for one without. */
export const FileNames = Personal;
