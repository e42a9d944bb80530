import type { AccountNetwork } from '@otklik/contracts/enumerations';
import type { NetworkValueInput } from '@otklik/contracts/generated/graphql';
import { BadInput, checkAll } from '@otklik/host';
import { definitionOf, type AccountField } from '@otklik/networks';
import type { Values } from '../../application/network-accounts.js';

const MAX_VALUE_LENGTH = 1_000;
const MAX_VALUES = 20;
const INPUT: Readonly<Record<AccountField['kind'], string>> = { SETTING: 'settings', SECRET: 'secrets' };

/**
 * The values that were given for a network's fields of this kind, trimmed; an empty one takes an optional value away. Of a
 * new account all are needed that are not optional. Throws `BadInput` at `input.settings.<name>` or `input.secrets.<name>`.
 */
export function checkedValues(
  network: AccountNetwork,
  kind: AccountField['kind'],
  given: readonly NetworkValueInput[],
  isNew = false,
): Values {
  const path = `input.${INPUT[kind]}`;
  if (given.length > MAX_VALUES) throw new BadInput('TOO_MANY_ITEMS', path, { max: MAX_VALUES });
  const values = Object.fromEntries(given.map(({ name, value }) => [name, value.trim()]));
  if (Object.keys(values).length < given.length) throw new BadInput('BAD_INPUT', path, {}, 'A name is given twice.');
  const asked = definitionOf(network).fields.filter((field) => field.kind === kind && !field.isMade);
  const demandAsked = (name: string) => () => {
    if (!asked.some((field) => field.name === name))
      throw new BadInput('BAD_INPUT', `${path}.${name}`, {}, `${network} has no such field that is given.`);
  };
  const needed = asked.filter((field) => isNew || values[field.name] !== undefined);
  checkAll(
    ...Object.keys(values).map(demandAsked),
    ...needed.map((field) => () => demandFits(field, values[field.name] ?? '', `${path}.${field.name}`)),
  );
  return values;
}

function demandFits({ isOptional, isList, pattern }: AccountField, value: string, path: string): void {
  if (value === '') {
    if (!isOptional) throw new BadInput('TEXT_EMPTY', path);
    return;
  }
  if (value.length > MAX_VALUE_LENGTH) throw new BadInput('TEXT_TOO_LONG', path, { max: MAX_VALUE_LENGTH });
  const parts = isList ? value.split(/[\s,]+/).filter((part) => part !== '') : [value];
  if (!parts.every((part) => pattern.test(part))) throw new BadInput('VALUE_MALFORMED', path);
}
