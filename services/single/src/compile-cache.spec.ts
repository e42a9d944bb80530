import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const cache = pathToFileURL(join(process.cwd(), 'services/single/start/compile-cache.mjs')).href;

it('leaves what was compiled to the next start, although the process is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-compiled-'));
  try {
    const program = join(folder, 'program.mjs');
    const last = "keepCompiled(); process.kill(process.pid, 'SIGKILL');";
    writeFileSync(program, `import { keepCompiled } from '${cache}'; ${last}`);
    const compiled = join(folder, 'compiled');
    const env = { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: compiled };
    expect(spawnSync(process.execPath, [program], { env }).signal).toBe('SIGKILL');
    const [version] = readdirSync(compiled);
    expect(readdirSync(join(compiled, version!)).length).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
