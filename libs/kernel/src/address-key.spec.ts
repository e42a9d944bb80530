import { expect, it } from '@jest/globals';
import { addressKey } from './address-key.js';

it.each(['678900, г. Алдан, ул. Ленина, д. 1, кв. 4', 'Алдан Ленина 1-4', '678900, город АЛДАН, улица Ленина, 1, 4'])(
  'gives one key of an address in any spelling: %s',
  (address) => {
    expect(addressKey(address)).toBe('address алдан ленина 1 4');
  },
);

it('tells flats, houses and places apart', () => {
  const keys = [
    'г. Алдан, ул. Ленина, 1',
    'г. Алдан, ул. Ленина, 2',
    'г. Томмот, ул. Ленина, 1',
    'Алдан, Ленина, 1, 4',
  ];
  expect(new Set(keys.map(addressKey)).size).toBe(keys.length);
});

it.each([undefined, '', '678900, г. Алдан', 'Алдан, до востребования', 'а/я 12'])(
  'gives none of what many share, or no one lives at: %s',
  (address) => {
    expect(addressKey(address)).toBeUndefined();
  },
);
