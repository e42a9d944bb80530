import Type, { type Static } from 'typebox';
import { officialRoles } from './actor.js';
import { checkedYaml, DirectoryFileError } from './checked-file.js';

/** Officials with their roles: the demonstration world's file, or what the operator gives. */
const strict = { additionalProperties: false };
const NewOfficial = Type.Object(
  {
    /** As the OIDC provider names him in `sub`. */
    login: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._@-]{1,100}$' }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    roles: Type.Array(
      Type.Object(
        {
          /** Codes; without a department the role holds in the whole district. */
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

/** Throws `DirectoryFileError` that names file and place. */
export function readOfficialsFile(file: string, text: string): readonly NewOfficial[] {
  const { officials } = checkedYaml(OfficialsFile, file, text);
  const logins = officials.map((official) => official.login);
  const twice = logins.findIndex((login, at) => logins.indexOf(login) !== at);
  if (twice >= 0) throw new DirectoryFileError(file, `/officials/${twice}`, `${logins[twice]} stands here twice`);
  return officials;
}
