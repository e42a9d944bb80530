import { graphqlCalls } from './graphql-calls.mjs';

// Vite plugin: `graphql(`query Name …`)` becomes the generated `NameDocument`. Otherwise every screen's bundle would carry the
// text of every operation of the application three times.
export function documents(folder) {
  return {
    name: 'otklik:documents',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(folder) || !/\.tsx?$/.test(id) || !code.includes('generated/gql.js')) return undefined;
      const calls = graphqlCalls(code);
      const replaced = calls.reduce((text, call) => text.replace(call.whole, () => exportedName(call)), code);
      const names = [...new Set(calls.map(exportedName))];
      const imported = `import { ${names.join(', ')} } from '${folder}generated/graphql.ts';`;
      return { code: `${replaced.replace(/import \{ graphql \} from '[^']*';/, '')}\n${imported}`, map: null };
    },
  };
}

function exportedName({ kind, name }) {
  return kind === 'fragment' ? `${name}FragmentDoc` : `${name[0].toUpperCase()}${name.slice(1)}Document`;
}
