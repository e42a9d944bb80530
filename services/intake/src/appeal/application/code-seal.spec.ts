import { describe, expect, it } from '@jest/globals';
import { createSecretKey, hash } from 'node:crypto';
import { CodeSeals } from './code-seal.js';
import { codeHash, linkCode } from './follow-up-code.js';

const secretsOf = (installation: string) => ({
  of: (purpose: string) => hash('sha256', `${installation} ${purpose}`, 'buffer'),
});
const secrets = secretsOf('here');
const seals = new CodeSeals(secrets);
const [district, appeal, link] = [1, 'an appeal', 'a link'];
const own = { district, appeal, hash: codeHash('', appeal, 'THE0RIGHT0C0DE00').hash };
const put = { ...own, hash: codeHash('', appeal, 'AN0THER0C0DE0000').hash };
const seal = seals.of(appeal, own);

describe('the hash of a follow-up code', () => {
  it('is right beside its seal, and replaced beside that of another', () => {
    expect(seals.verdict(own, { seal, links: [] })).toBe('RIGHT');
    expect(seals.verdict(put, { seal, links: [link] })).toBe('REPLACED');
    expect(seals.verdict(own, { seal: seals.of('another appeal', own), links: [] })).toBe('REPLACED');
    expect(seals.verdict(own, { seal: seal.slice(0, -1), links: [] })).toBe('REPLACED');
  });

  it('is right of a link that the log names, and of no other', () => {
    const code = linkCode(createSecretKey(secrets.of('follow-up-code')), district, link);
    const later = { ...own, hash: codeHash('', appeal, code).hash };
    expect(seals.verdict(later, { seal, links: ['an earlier one', link] })).toBe('RIGHT');
    expect(seals.verdict(later, { links: [link] })).toBe('RIGHT');
    expect(seals.verdict(later, { seal, links: [] })).toBe('REPLACED');
  });

  it('has nothing to be compared with where there is no seal of this installation', () => {
    expect(seals.verdict(own, { links: [] })).toBe('NOT_SEALED');
    expect(seals.verdict(own, { seal: new CodeSeals(secretsOf('elsewhere')).of(appeal, own), links: [] })).toBe(
      'NOT_SEALED',
    );
  });
});
