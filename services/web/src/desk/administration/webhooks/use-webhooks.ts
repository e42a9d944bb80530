import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import { useRenewed } from '../../../frame/use-renewed.js';
import { webhooksDocument, webhookTypesDocument } from './webhooks.queries.js';

const EVERY_MS = 10_000;

/** The district's webhooks, asked again and again: they fare by themselves. */
export function useWebhooks() {
  const { code: district } = useDistrict();
  const variables = { district };
  const [{ data, error }, reload] = useQuery({ query: operation(webhooksDocument), variables });
  const [{ data: known }] = useQuery({ query: operation(webhookTypesDocument), variables });
  const renew = useRenewed(reload, EVERY_MS);
  return {
    webhooks: data?.webhooks ?? [],
    types: known?.webhookTypes ?? [],
    isLoaded: data !== undefined,
    problem: error && failureOf(error),
    renew,
  };
}
