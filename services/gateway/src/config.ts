import { choice, integer, readConfig, text, type ConfigOf, type Environment } from '@otklik/host';

const limit = (variable: string, about: string, fallback: number) =>
  integer(variable, about, { fallback, min: 0, max: 10_000_000 });

const settings = {
  graphiql: choice(
    'OTKLIK_GRAPHIQL',
    'query page and introspection; on for a loopback address',
    ['on', 'off'],
    undefined,
  ),
  /** Operations without an account, per minute; 0 = no limit. */
  perAddress: limit('OTKLIK_LIMIT_ADDRESS', 'submissions and look-ups a minute from one address', 120),
  overall: limit('OTKLIK_LIMIT_OVERALL', 'submissions and look-ups a minute from all addresses', 12_000),
  /** Follow-up codes tried for one number in a quarter of an hour, and for all numbers in a minute. */
  codeTries: limit('OTKLIK_LIMIT_CODE_TRIES', 'follow-up codes tried for one number in 15 minutes', 10),
  allCodeTries: limit('OTKLIK_LIMIT_ALL_CODE_TRIES', 'follow-up codes tried a minute for all numbers', 600),
  maxCost: integer('OTKLIK_MAX_COST', 'objects that one operation may ask for', {
    fallback: 10_000,
    min: 100,
    max: 1e7,
  }),
  trustProxy: text('OTKLIK_TRUST_PROXY', 'addresses of proxies whose X-Forwarded-For is believed', undefined),
} as const;

export type GatewayConfig = ConfigOf<typeof settings>;

/** Throws `WrongConfiguration`. */
export function readGatewayConfig(environment: Environment = process.env): GatewayConfig {
  return readConfig(settings, environment);
}
