import type { Setting } from '../config.js';

/** Where servers of bodies may be, in districts' files and in what is called. */
export const bodyOrigins = outsideOrigins('OTKLIK_OPEN311_ORIGINS', 'where servers of bodies may be');

/** Origins that may be inner ones, by the operator's word. */
export function outsideOrigins(variable: string, what: string): Setting<readonly string[]> {
  return {
    variable,
    about: `${what} although it may be an inner address, https://inner.example:8443[,…]`,
    parse: origins,
  };
}

/** Throws where one of them is no origin as URLs have it. */
function origins(raw: string | undefined): readonly string[] {
  const given = (raw ?? '').split(',').flatMap((one) => one.trim() || []);
  const wrong = given.find((one) => !URL.canParse(one) || new URL(one).origin !== one || !/^https?:/.test(one));
  if (wrong !== undefined) throw new Error('each must be a scheme, a host and a port where it is not the usual one');
  return given;
}
