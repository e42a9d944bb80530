import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byStream, ofType, type Fact, type Invariant } from './case-facts.fixture.js';
import { PROOFS } from './forwarding-invariants.fixture.js';
import type { ModelRun } from './model-run.fixture.js';

/** Where notices leave only once they are signed. */
const SIGNING = 'kuol';
const WAITING = `query ($district: String!) { noticesToSign(district: $district) { notices { id version } } }`;

/** A folder of the product's districts, in one of which notices wait for the head. */
export function districtsWithSignedNotices(): string {
  const deploy = fileURLToPath(new URL('../../../../deploy', import.meta.url));
  const root = mkdtempSync(join(tmpdir(), 'otklik-model-districts-'));
  // Calendars, the law and what else is beside them are read from there.
  for (const name of readdirSync(deploy).filter((one) => one !== 'districts'))
    symlinkSync(join(deploy, name), join(root, name));
  const folder = join(root, 'districts');
  cpSync(join(deploy, 'districts'), folder, { recursive: true });
  const file = join(folder, `${SIGNING}.yaml`);
  const letters = `letters: { noticesSignedBy: ${SIGNING}.head, noticesLeave: SIGNED }`;
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${letters}\n`);
  return folder;
}

/** All of the day or some, by the head or by one who is not asked; now and then by an old version. */
export async function signNotices(run: ModelRun): Promise<void> {
  const { product, chance } = run;
  const as = chance.happens(0.9) ? `${SIGNING}.head` : `${SIGNING}.signatory`;
  const { data } = await product.ask(WAITING, { district: SIGNING }, { as });
  const { notices } = data!['noticesToSign'] as {
    readonly notices: readonly { readonly id: string; readonly version: number }[];
  };
  const items = notices
    .filter(() => chance.happens(0.9))
    .map(({ id, version }) => ({
      id,
      key: chance.uuid(),
      expectedVersion: chance.happens(0.9) ? version : version + 1,
    }));
  if (items.length > 0) await run.commandOfMany('signNotices', { district: SIGNING, items }, { as });
}

/** What waits for its signatory has no number, leaves by no way, and is on no page before. */
export const nothingUnsignedLeaves: Invariant = (facts) =>
  [...byStream(facts.of('notifications.events'))].flatMap(([notice, told]) => {
    const [opened] = ofType(told, 'NoticeOpened');
    if (opened?.data['toSign'] !== true) return [];
    const signed = ofType(told, 'NoticeSigned');
    const early = ofType(told, ...PROOFS).filter((proof) => !isAfter(proof, signed[0]));
    return [
      ...(opened.data['outgoing'] === undefined ? [] : [`notice ${notice} has a number unsigned`]),
      ...early.map(({ type }) => `${type} of notice ${notice} that was not signed`),
      ...(signed.length > 1 ? [`notice ${notice} was signed twice`] : []),
    ];
  });

function isAfter(proof: Fact, signed: Fact | undefined): boolean {
  return signed !== undefined && proof.version > signed.version;
}
