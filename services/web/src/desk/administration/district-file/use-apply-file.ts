import { useClient } from 'urql';
import { useCommand } from '../../../frame/command.js';
import { useDistrict } from '../../../frame/district.js';
import { newKey } from '../../../frame/new-key.js';
import { applyDocument } from './district-file.queries.js';
import { inWorkPass } from './in-work.js';

/** Makes a text the district's file; answers the version that it became. */
export function useApplyFile() {
  const { code: district } = useDistrict();
  const client = useClient();
  const { send, problem, state } = useCommand(applyDocument);
  const apply = async (text: string, expectedVersion: number) => {
    const inWork = await inWorkPass(client, district, { isAnew: true });
    return send({ input: { district, key: newKey(), expectedVersion, text, ...(inWork !== undefined && { inWork }) } });
  };
  return { apply, problem, state };
}
