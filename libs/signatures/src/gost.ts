/** What a signature of GOST R 34.10-2012 is made of: for programs that make one in tests. Nothing here is certified to sign. */
export { gostCurve, type GostCurve } from './gost-curves.js';
export { streebog } from './streebog.js';
