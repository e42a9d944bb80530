import { expect, it } from '@jest/globals';
import { ownKey, thumbprintOf } from '@otklik/signatures';
import type { Composition } from '../composition.js';
import { certificateCommand } from './certificate.js';

const secret = Buffer.alloc(32, 7);
const composition = {
  secrets: { forPurpose: () => secret },
  directory: { district: (code: string) => (code === 'aldan' ? { id: 1, code } : undefined) },
} as unknown as Composition;

async function printed(args: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const lines: string[] = [];
  const report = { print: (line: string) => void lines.push(line) } as never;
  await certificateCommand.execute(composition, args, report, AbortSignal.timeout(10_000));
  return lines;
}

it('prints the thumbprint of the certificate by which the district signs in that year', async () => {
  const thumbprint = await thumbprintOf(ownKey(secret, 'aldan', 2026).certificate);
  expect(await printed({ district: 'aldan', year: '2026' })).toEqual([`Otklik aldan 2026: SHA-256 ${thumbprint}`]);
  expect(await printed({ district: 'aldan', year: '2027' })).not.toEqual(
    await printed({ district: 'aldan', year: '2026' }),
  );
});

it('says what a year is', async () => {
  await expect(printed({ district: 'aldan', year: '26' })).rejects.toThrow('--year is a year');
});
