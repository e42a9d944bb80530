import { expect, it } from '@jest/globals';
import { streebog } from './streebog.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Examples of GOST R 34.11-2012, appendix A (RFC 6986, section 10), in the order of bytes that signatures use. */
const M1 = Buffer.from('012345678901234567890123456789012345678901234567890123456789012');
const M2 = Buffer.from(
  'd1e520e2e5f2f0e82c20d1f2f0e8e1eee6e820e2edf3f6e82c20e2e5fef2fa20f120eceef0ff20f1f2f0e5ebe0ece820ede020f5f0e0e1f0fbff20efebfaeafb20c8e3eef0e5e2fb',
  'hex',
);

it.each([
  [256, M1, '9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500'],
  [256, M2, '9dd2fe4e90409e5da87f53976d7405b0c0cac628fc669a741d50063c557e8f50'],
  [256, Buffer.alloc(0), '3f539a213e97c802cc229d474c6aa32a825a360b2a933a949fd925208d9ce1bb'],
  [
    512,
    M1,
    '1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48',
  ],
  [
    512,
    M2,
    '1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28',
  ],
] as const)('hashes an example of the standard (%i bits)', (size, message, expected) => {
  expect(hex(streebog(size, message))).toBe(expected);
});
