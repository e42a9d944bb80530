import { compose, schemaFiles, type RootField } from '@otklik/contracts/schema';
import { parse, type DocumentNode } from 'graphql';
import { officialRoles, type Role } from './actor.js';
import { permissionMatrix } from './permissions.js';

const columns: readonly Role[] = ['ANYONE', 'RESIDENT', ...officialRoles];

/** `docs/access-matrix.md`: the permission matrix as a table, one row per root field. */
export function accessMatrix(rootFields: readonly RootField[] = compose().rootFields): string {
  const matrix = permissionMatrix(rootFields);
  const owners = [...new Set(rootFields.map((field) => field.owner))];
  const words = roleWords();
  return [
    '# Who may do what',
    '',
    'Made from the `@access` of `libs/contracts/graphql` by `npm run access-matrix`; change it there, not here.',
    'An official holds his roles in one district, for the whole of it or for one department; anything of another district',
    'is not found. Rights are read from the directory at each request.',
    '',
    ...columns.map((role, at) => `${at + 1}. ${role}: ${words.get(role) ?? ''}`),
    ...owners.flatMap((owner) => section(owner, rootFields, matrix)),
    '',
  ].join('\n');
}

function section(
  owner: string,
  rootFields: readonly RootField[],
  matrix: ReadonlyMap<string, readonly Role[]>,
): readonly string[] {
  const fields = rootFields.filter((field) => field.owner === owner).map((field) => `${field.operation}.${field.name}`);
  const width = Math.max(...fields.map((field) => field.length)) + 2;
  const row = (name: string, cells: readonly string[]): string => `| ${name.padEnd(width)} | ${cells.join(' | ')} |`;
  const numbers = columns.map((_, at) => String(at + 1).padStart(3));
  return [
    '',
    `## ${owner}`,
    '',
    row('', numbers),
    row(
      '-'.repeat(width),
      numbers.map(() => ':-:'),
    ),
    ...fields.map((field) =>
      row(
        `\`${field}\``,
        columns.map((role) => (matrix.get(field)?.includes(role) ? ' + ' : '   ')),
      ),
    ),
  ];
}

/** The Russian name of each role, from the schema's description. */
function roleWords(): ReadonlyMap<string, string> {
  const documents = schemaFiles().map((file) => parse(file.text));
  const values = documents.flatMap((document: DocumentNode) =>
    document.definitions.flatMap((type) =>
      type.kind === 'EnumTypeDefinition' && type.name.value === 'Role' ? (type.values ?? []) : [],
    ),
  );
  return new Map(values.map((value) => [value.name.value, value.description?.value ?? '']));
}
