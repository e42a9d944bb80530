// After the compilation: GraphiQL with React as one script and one style sheet, so that neither is read from the packages.
import { build } from 'esbuild';

await build({
  entryPoints: ['page/graphiql.js'],
  outdir: 'dist/page',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
