import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import type { ListName } from './district-model.js';
import { settingsInWorkDocument } from './settings.queries.js';

/** Open questions by code. */
export type InWork = Readonly<Record<ListName, ReadonlyMap<string, number>>> & {
  /** Nothing is said of a use while it is not known. */
  readonly isKnown: boolean;
};

export function useInWork(): InWork {
  const { code: district } = useDistrict();
  const [{ data }] = useQuery({ query: operation(settingsInWorkDocument), variables: { district } });
  const counted = (lines: readonly { readonly code: string; readonly open: number }[] = []) =>
    new Map(lines.map(({ code, open }) => [code, open]));
  const { departments, topics, settlements } = data?.settingsInWork ?? {};
  return {
    departments: counted(departments),
    topics: counted(topics),
    settlements: counted(settlements),
    routingRules: counted(),
    isKnown: data !== undefined,
  };
}
