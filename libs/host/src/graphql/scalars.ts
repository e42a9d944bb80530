import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isUuid } from '@otklik/kernel';
import { Fault } from './fault.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Input is validated. Output passes through: every time in the platform is ISO text already. */
function scalar(
  name: string,
  form: string,
  isValid: (text: string) => boolean,
  normal: (text: string) => string,
): GraphQLScalarType {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return normal(value);
    throw new Fault('BAD_INPUT', undefined, {}, `"${name}" is a string like "${form}".`);
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => (value instanceof Date ? value.toISOString() : value),
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (!year || Number(year) < 1900 || Number(year) > 2200) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

function isInstant(text: string): boolean {
  return INSTANT.test(text) && isDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

export const scalars = {
  DateTime: scalar('DateTime', '2026-11-27T09:30:00+09:00', isInstant, (text) => new Date(text).toISOString()),
  Date: scalar('Date', '2026-11-27', isDate, (text) => text),
  UUID: scalar('UUID', '7d3f3c2e-5b58-4f0e-9df0-1c5a2f6f9a01', isUuid, (text) => text.toLowerCase()),
};
