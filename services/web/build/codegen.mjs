// Types of the GraphQL operations in src, and the list of their persisted documents. Offline: the schema is this repository's.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const schema = await readFile(join(web, '../../libs/contracts/graphql/supergraph.graphql'), 'utf8');

await generate(
  {
    schema,
    documents: [join(web, 'src/**/*.{ts,tsx}'), `!${join(web, 'src/generated/**')}`],
    ignoreNoDocuments: true,
    silent: true,
    errorsOnly: true,
    generates: {
      [join(web, 'src/generated/enumerations.ts')]: {
        plugins: ['typescript'],
        config: { onlyEnums: true, enumsAsTypes: true },
      },
      [`${join(web, 'src/generated')}/`]: {
        preset: 'client',
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
      },
    },
  },
  true,
);
