import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { documents } from './build/documents.mjs';
import { words } from './build/words.mjs';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
/** The installation that `npm run dev -w @otklik/web` shows. */
const installation = 'http://127.0.0.1:4000';

export default defineConfig({
  base: '/desk/',
  root: path('./src'),
  publicDir: false,
  // One React, whatever versions libraries bring.
  resolve: { dedupe: ['react', 'react-dom'] },
  plugins: [documents(path('./src/')), words(path('./src/words/')), react()],
  build: {
    outDir: path('./dist/browser'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
    // The desk and analysis; and what draws the vector map on a public page.
    rollupOptions: { input: [path('./src/index.html'), path('./src/resident/map.ts')] },
    // The library of the vector map, loaded on demand: test/bytes.spec.ts.
    chunkSizeWarningLimit: 1_300,
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/graphql', '/session', '/files', '/maps', '/papers', '/oidc'].map((at) => [
        at,
        { target: installation, ws: true },
      ]),
    ),
  },
});
