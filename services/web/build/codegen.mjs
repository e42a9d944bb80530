// Types of the GraphQL operations in src, and the list of their persisted documents. Offline: the schema is this repository's.
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import { buildSchema, getDirectiveValues, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { graphqlCalls } from './graphql-calls.mjs';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const output = join(web, 'src/generated');
const written = await readFile(join(web, '../../libs/contracts/graphql/supergraph.graphql'), 'utf8');
const schemaAst = lexicographicSortSchema(buildSchema(written));
const schema = parse(printSchema(schemaAst));

const documents = globSync('src/**/*.{ts,tsx}', { cwd: web, exclude: ['src/generated/**'] })
  .sort()
  .map(async (file) => sourcesOf(join(web, file)));

const generated = await preset.buildGeneratesSection({
  schema,
  schemaAst,
  documents: (await Promise.all(documents)).flat(),
  baseOutputDir: `${output}/`,
  plugins: [],
  pluginMap: {},
  presetConfig: {
    fragmentMasking: false,
    persistedDocuments: { mode: 'embedHashInDocument', hashPropertyName: 'hash', hashAlgorithm: 'sha256' },
  },
  config: {
    documentMode: 'string',
    useTypeImports: true,
    enumsAsTypes: true,
    importExtension: '.js',
    emitLegacyCommonJSImports: false,
    defaultScalarType: 'string',
    scalars: { UUID: 'string', Date: 'string', DateTime: 'string' },
    skipTypename: true,
  },
});
const enumerations = {
  filename: join(output, 'enumerations.ts'),
  schema,
  schemaAst,
  documents: [],
  plugins: [{ typescript: {} }],
  pluginMap: { typescript },
  config: { onlyEnums: true, enumsAsTypes: true },
};

await mkdir(output, { recursive: true });
// In order: the list of persisted documents is complete once the documents are.
for (const file of [enumerations, ...generated]) await writeFile(file.filename, await codegen(file));
// Their titles are words of the desk.
const titled = [
  'Action',
  'LetterOpeningReason',
  'OldJournalColumnKind',
  'OldJournalLoadState',
  'OldJournalRowFault',
  'PrintedPaper',
  'PrintReason',
];
await writeFile(join(output, 'titles.ts'), titled.map(titlesOf).join('\n'));
// Whom a mutation serves, where a form offers officials by it.
await writeFile(join(output, 'roles.ts'), ['finishPart'].map(rolesOf).join('\n'));

/** How each value is called: the schema describes it by its titles, `подписать (sign)`. */
function titlesOf(enumeration) {
  const titles = schemaAst
    .getType(enumeration)
    .getValues()
    .map(({ name, description }) => {
      const [, ru, en] = /^(.+) \((.+)\)$/u.exec(description) ?? [];
      if (en === undefined)
        throw new Error(`${enumeration}.${name} is described otherwise than by its titles: ${description}`);
      return `  ${name}: ${JSON.stringify({ ru, en })},`;
    });
  return `export const titlesOf${enumeration} = {\n${titles.join('\n')}\n} as const;\n`;
}

/** The roles of its `@access`. */
function rolesOf(mutation) {
  const { astNode } = schemaAst.getMutationType().getFields()[mutation];
  const { roles } = getDirectiveValues(schemaAst.getDirective('access'), astNode);
  return `export const rolesOf${mutation[0].toUpperCase()}${mutation.slice(1)} = ${JSON.stringify(roles)} as const;\n`;
}

async function sourcesOf(location) {
  const calls = graphqlCalls(await readFile(location, 'utf8'));
  return calls.map(({ text }) => ({ location: relative(web, location), rawSDL: text, document: parse(text) }));
}
