// In services/web, as part of its build: the residents' page script, what it shows before one sends, its worker, and what checks files and letters, one file each, beside the server's build.
import { build } from 'esbuild';

await build({
  entryPoints: [
    'src/resident/page.ts',
    'src/resident/before.ts',
    'src/resident/worker.ts',
    'src/resident/check-file.ts',
    'src/resident/check-sheet.ts',
  ],
  outdir: 'dist/resident',
  bundle: true,
  minify: true,
  format: 'iife',
  // Phones that are still in use: Chrome 90, Safari 14.
  target: 'es2020',
  logLevel: 'warning',
});
