// Vite plugin: `graphql(`query Name …`)` becomes the generated `NameDocument`. Otherwise every screen's bundle would carry the
// text of every operation of the application three times.
export function documents(folder) {
  const call = /\bgraphql\(\s*`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`,?\s*\)/g;
  return {
    name: 'otklik:documents',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(folder) || !/\.tsx?$/.test(id) || !code.includes('generated/gql.js')) return undefined;
      const names = new Set();
      const replaced = code.replace(call, (_, kind, name) => {
        const exported =
          kind === 'fragment' ? `${name}FragmentDoc` : `${name[0].toUpperCase()}${name.slice(1)}Document`;
        names.add(exported);
        return exported;
      });
      const imported = `import { ${[...names].join(', ')} } from '${folder}generated/graphql.ts';`;
      return { code: `${replaced.replace(/import \{ graphql \} from '[^']*';/, '')}\n${imported}`, map: null };
    },
  };
}
