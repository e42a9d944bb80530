import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { accessMatrix } from './access-matrix.js';
import { anyone, officialRoles, type Actor, type Role, type RoleAssignment } from './actor.js';
import { permissionMatrix, permit } from './permissions.js';

const official = (...assignments: RoleAssignment[]): Actor => ({
  kind: 'official',
  id: 'an id',
  login: 'a login',
  name: 'A Name',
  assignments,
});
const resident: Actor = { kind: 'resident', district: 1, appeal: 'an appeal', person: 'a person' };
const denial = (actor: Actor, roles: readonly Role[], district?: number | null): string | undefined => {
  const result = permit(actor, roles, district);
  return result.permitted ? undefined : result.denial;
};

describe('the permission matrix', () => {
  const matrix = permissionMatrix();

  it('has a rule for every root field', () => {
    expect(matrix.get('Mutation.submitAppeal')).toEqual(['ANYONE']);
    expect(matrix.get('Subscription.appealChanges')).toContain('MODERATOR');
    expect(matrix.size).toBeGreaterThan(30);
  });

  it('rejects a field without a rule, without roles, or with an unknown role', () => {
    const field = { operation: 'Query', name: 'secrets', owner: 'search' } as const;
    expect(() => permissionMatrix([{ ...field, roles: undefined }])).toThrow('Query.secrets has no access rule');
    expect(() => permissionMatrix([{ ...field, roles: [] }])).toThrow('no access rule');
    expect(() => permissionMatrix([{ ...field, roles: ['KING'] }])).toThrow('unknown role: KING');
  });

  it('equals docs/access-matrix.md (else: npm run access-matrix)', () => {
    expect(readFileSync(new URL('../../../docs/access-matrix.md', import.meta.url), 'utf8')).toBe(accessMatrix());
  });

  it.each([...matrix])('%s: every wrong role is refused, every neighbour finds nothing', (_field, roles) => {
    for (const role of officialRoles) {
      const right = roles.includes(role) || roles.includes('ANYONE');
      expect(permit(official({ district: 1, role }), roles, 1).permitted).toBe(right);
      expect(permit(official({ district: 1, role }), roles).permitted).toBe(right);
      if (roles.includes('ANYONE')) continue;
      expect(denial(official({ district: 2, role }), roles, 1)).toBe('NOT_FOUND');
      expect(denial(official({ district: 1, role }), roles, null)).toBe('NOT_FOUND');
      if (!right) expect(denial(official({ district: 1, role }), roles, 1)).toBe('FORBIDDEN');
    }
    expect(permit(anyone, roles, 1).permitted).toBe(roles.includes('ANYONE'));
  });
});

describe('permit', () => {
  it('answers UNAUTHENTICATED to anonymous callers', () => {
    expect(denial(anyone, ['MODERATOR'], 1)).toBe('UNAUTHENTICATED');
    expect(denial(anyone, ['MODERATOR'], null)).toBe('UNAUTHENTICATED');
    expect(denial(anyone, ['RESIDENT'])).toBe('UNAUTHENTICATED');
  });

  it('answers NOT_FOUND for an unknown district to every actor', () => {
    expect(permit(anyone, ['ANYONE'])).toMatchObject({ permitted: true, role: 'ANYONE' });
    expect(denial(anyone, ['ANYONE'], null)).toBe('NOT_FOUND');
  });

  it('limits a resident to the token’s district and to fields of residents', () => {
    expect(permit(resident, ['RESIDENT'])).toMatchObject({ permitted: true, role: 'RESIDENT' });
    expect(denial(resident, ['RESIDENT'], 2)).toBe('NOT_FOUND');
    expect(denial(resident, ['MODERATOR'], 1)).toBe('FORBIDDEN');
    expect(denial(resident, ['MODERATOR'], 2)).toBe('NOT_FOUND');
  });

  it('denies everything to dismissed officials and to the system', () => {
    expect(denial(official(), ['MODERATOR'], 1)).toBe('NOT_FOUND');
    expect(denial(official(), ['MODERATOR'])).toBe('FORBIDDEN');
    expect(denial({ kind: 'system', id: 'routing.intake' }, ['MODERATOR'], 1)).toBe('FORBIDDEN');
  });

  it('returns the widest permitting role and keeps bindings to departments', () => {
    const bound: RoleAssignment = { district: 1, role: 'COORDINATOR', department: 'd1' };
    const whole: RoleAssignment = { district: 1, role: 'HEAD' };
    const elsewhere: RoleAssignment = { district: 2, role: 'COORDINATOR' };
    const roles: Role[] = ['COORDINATOR', 'HEAD'];
    expect(permit(official(bound, whole, elsewhere), roles, 1)).toEqual({
      permitted: true,
      role: 'HEAD',
      assignments: [bound, whole],
    });
    expect(permit(official(bound), roles, 1)).toMatchObject({ role: 'COORDINATOR', assignments: [bound] });
  });
});
