import { filledText } from '@otklik/kernel';

/** Fields that the platform fills in, by the name in double braces. */
export const knownFields = [
  'номер',
  'дата',
  'срок',
  'тема',
  'отдел',
  'исполнитель',
  'место',
  'сегодня',
  'район',
  'адрес',
  'телефон',
] as const;
export type KnownField = (typeof knownFields)[number];

export type FieldValues = Readonly<Partial<Record<KnownField, string>>>;

/** A field that is still to be filled in, and its place in the text (UTF-16 code units). */
export interface OpenField {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/gu;

/** Replaces the known fields that have a value; the others stay as they are. */
export function fillIn(text: string, values: FieldValues): string {
  return filledText(text, FIELD, (name) => values[name.toLowerCase() as KnownField]);
}

/** Fields that are still to be filled in, as letters show them before they are: `[name]`. */
export function bracketedFields(text: string): string {
  return text.replace(FIELD, (_, name: string) => `[${name}]`);
}

export function openFields(text: string): readonly OpenField[] {
  return [...text.matchAll(FIELD)].map(({ 0: whole, 1: name = '', index }) => ({
    name,
    start: index,
    end: index + whole.length,
  }));
}
