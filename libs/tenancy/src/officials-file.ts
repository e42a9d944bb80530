import Type, { type Static } from 'typebox';
import { officialRoles } from './actor.js';
import { checkedYaml, DirectoryFileError } from './checked-file.js';

/** Officials with their roles, from a file of the demonstration world or from the operator's command. */
const strict = { additionalProperties: false };
const NewOfficial = Type.Object(
  {
    /** The `sub` claim of the OIDC provider. */
    login: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._@-]{1,100}$' }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    /** Job title, which is over the name on letters that the official signs. */
    position: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    roles: Type.Array(
      Type.Object(
        {
          /** Codes; without a department the role applies to the whole district. */
          district: Type.String(),
          role: Type.Enum([...officialRoles]),
          department: Type.Optional(Type.String()),
        },
        strict,
      ),
      { minItems: 1 },
    ),
  },
  strict,
);
const OfficialsFile = Type.Object({ officials: Type.Array(NewOfficial, { minItems: 1 }) }, strict);

export type NewOfficial = Static<typeof NewOfficial>;

/** Throws `DirectoryFileError` with file and path. */
export function readOfficialsFile(file: string, text: string): readonly NewOfficial[] {
  const { officials } = checkedYaml(OfficialsFile, file, text);
  const logins = officials.map((official) => official.login);
  const twice = logins.findIndex((login, at) => logins.indexOf(login) !== at);
  if (twice >= 0) throw new DirectoryFileError(file, `/officials/${twice}`, `${logins[twice]} is listed twice`);
  return officials;
}
