import { resolve } from 'node:path';
import ts from 'typescript';
import type { Resource } from './kustomize.js';

/** The module with the types of the kind. */
function moduleOf({ apiVersion }: Resource): string {
  return apiVersion.startsWith('keda.sh/')
    ? `@kubernetes-models/keda/${apiVersion}`
    : `kubernetes-models/${apiVersion}`;
}

/**
 * Unknown fields and values of a wrong type, as the TypeScript compiler reports them. The API server drops an unknown
 * field silently: a misspelt probe is no probe.
 */
export function unknownFields(objects: readonly Resource[]): readonly string[] {
  const file = resolve('test/deploy/objects.generated.ts');
  const lines = objects.map((one, at) => {
    const type = `import('${moduleOf(one)}').I${one.kind}`;
    return `export const o${at}: ${type} = ${JSON.stringify(one)};`;
  });
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, lines.join('\n'), ts.ScriptTarget.ES2023)
      : getSourceFile.call(host, name, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
