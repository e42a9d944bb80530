import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DEPLOY = join(import.meta.dirname, '../../deploy');
const FIRST_ID = 101;

export interface ManyDistricts {
  /** For OTKLIK_DISTRICTS. */
  readonly path: string;
  readonly codes: readonly string[];
}

/** In the folder: the demonstration's districts, and `count` others (`codes`), each with an administrator. */
export function manyDistricts(folder: string, count: number): ManyDistricts {
  for (const name of ['districts', 'calendars', 'law', 'synonyms.yaml'])
    cpSync(join(DEPLOY, name), join(folder, name), { recursive: true });
  const path = join(folder, 'districts');
  const like = readFileSync(join(path, 'tuora.yaml'), 'utf8');
  const codes = Array.from({ length: count }, (_, at) => {
    const id = FIRST_ID + at;
    const code = `district-${id}`;
    const named = like.replace(/^id: .*$/mu, `id: ${id}`).replace(/^code: .*$/mu, `code: ${code}`);
    writeFileSync(
      join(path, `${code}.yaml`),
      named.replace(/numberPrefix: .*/u, `numberPrefix: Р${'АБВГДЕЖЗИК'[at]!}`),
    );
    appendFileSync(
      join(path, 'demo/officials.yaml'),
      `  - { login: ${code}.admin, name: Администратор, roles: [{ district: ${code}, role: DISTRICT_ADMIN }] }\n`,
    );
    return code;
  });
  return { path, codes };
}
