import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { dayIn } from '../../../parts/dates.js';
import type { ListName } from './district-model.js';
import { settingsInWorkDocument } from './settings.queries.js';

/** Open questions by code. */
export type InWork = Readonly<Record<ListName, ReadonlyMap<string, number>>> & {
  /** Nothing is said of a use while it is not known. */
  readonly isKnown: boolean;
};

export function useInWork(): InWork {
  const { code: district, zone } = useDistrict();
  const variables = { district, day: dayIn(zone, Date.now()) };
  const [{ data }] = useQuery({ query: operation(settingsInWorkDocument), variables });
  const counted = (lines: readonly { readonly code: string | null; readonly open: number }[] = []) =>
    new Map(lines.map(({ code, open }) => [code ?? '', open]));
  const { departments, topics } = data?.board ?? {};
  const others = { routingRules: counted(), settlements: counted() };
  return { ...others, departments: counted(departments), topics: counted(topics), isKnown: data !== undefined };
}
