import { uuidv5 } from '@otklik/kernel';

/** The ids of an appeal's questions follow from their ordinals (1, 2, 3 …), so that all of them are found from the appeal. */
export function questionId(appeal: string, ordinal: number): string {
  return uuidv5(appeal, String(ordinal));
}
