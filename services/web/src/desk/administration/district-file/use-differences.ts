import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { failureOf, type Failure } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import type { DistrictFileDifferencesQuery } from '../../../generated/graphql.js';
import { differencesDocument } from './district-file.queries.js';
import { inWorkPass } from './in-work.js';

export type FileDifferences = DistrictFileDifferencesQuery['districtFileDifferences'];

/** After typing has paused. */
const PAUSE_MS = 500;

/** What `text` changes, a moment after its last change; nothing for no text. */
export function useDifferences(
  district: string,
  text: string | undefined,
): { readonly differences?: FileDifferences | undefined; readonly problem?: Failure | undefined } {
  const client = useClient();
  const [state, setState] = useState<{ text?: string; differences?: FileDifferences; problem?: Failure }>({});
  useEffect(() => {
    if (text === undefined) return setState({});
    let isLeft = false;
    const compare = async (): Promise<void> => {
      const options = { requestPolicy: 'network-only' } as const;
      const inWork = await inWorkPass(client, district);
      const { data, error } = await client
        .query(operation(differencesDocument), { district, text, ...(inWork !== undefined && { inWork }) }, options)
        .toPromise();
      if (isLeft) return;
      if (data) setState({ text, differences: data.districtFileDifferences });
      else if (error) setState({ problem: failureOf(error) });
    };
    const timer = setTimeout(() => void compare(), PAUSE_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [client, district, text]);
  return { differences: state.text === text ? state.differences : undefined, problem: state.problem };
}
