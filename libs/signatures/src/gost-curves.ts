import { weierstrass, type WeierstrassPointCons } from '@noble/curves/abstract/weierstrass.js';

/** Curves of GOST R 34.10-2012 (RFC 4357, RFC 7836), as BouncyCastle names them; `samples/` has a signature on each. */

export interface GostCurve {
  /** Bytes of a coordinate. */
  readonly size: 32 | 64;
  readonly Point: WeierstrassPointCons<bigint>;
}

/** `p`, `a`, `b`, `n`, `h`, `x`, `y`, hexadecimal. */
type Parameters = readonly [string, string, string, string, bigint, string, string];

const f = (count: number): string => 'f'.repeat(count);
const zeros = (count: number): string => '0'.repeat(count);

const PRO_A: Parameters = [
  `${f(60)}fd97`,
  `${f(60)}fd94`,
  'a6',
  `${f(32)}6c611070995ad10045841b09b761b893`,
  1n,
  '1',
  '8d91e471e0989cda27df505a453f2b7635294f2ddf23e3b122acc99c9e9f1e14',
];
const PRO_B: Parameters = [
  `8${zeros(60)}c99`,
  `8${zeros(60)}c96`,
  '3e1af419a269a5f866a7d3c25c3df80ae979259373ff2b182f49d4ce7e1bbc8b',
  `8${zeros(30)}15f700cfff1a624e5e497161bcc8a198f`,
  1n,
  '1',
  '3fa8124359f96680b83d1c3eb2c070e5c545c9858d03ecfb744bf8d717717efc',
];
const PRO_C: Parameters = [
  '9b9f605f5a858107ab1ec85e6b41c8aacf846e86789051d37998f7b9022d759b',
  '9b9f605f5a858107ab1ec85e6b41c8aacf846e86789051d37998f7b9022d7598',
  '805a',
  '9b9f605f5a858107ab1ec85e6b41c8aa582ca3511eddfb74f02f3a6598980bb9',
  1n,
  '0',
  '41ece55743711a8c3cbf3783cd08c0ee4d4dc440d4641a8f366e550dfdb3bb67',
];
const TC26_256_A: Parameters = [
  `${f(60)}fd97`,
  'c2173f1513981673af4892c23035a27ce25e2013bf95aa33b22c656f277e7335',
  '295f9bae7428ed9ccc20e7c359a9d41a22fccd9108e17bf7ba9337a6f8ae9513',
  `4${zeros(31)}0fd8cddfc87b6635c115af556c360c67`,
  4n,
  '91e38443a5e82c0d880923425712b2bb658b9196932e02c78b2582fe742daa28',
  '32879423ab1a0375895786c4bb46e9565fde0b5344766740af268adb32322e5c',
];
const TC26_512_A: Parameters = [
  `${f(124)}fdc7`,
  `${f(124)}fdc4`,
  'e8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760',
  `${f(64)}27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275`,
  1n,
  '3',
  '7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4',
];
const TC26_512_B: Parameters = [
  `8${zeros(125)}6f`,
  `8${zeros(125)}6c`,
  '687d1b459dc841457e3e06cf6f5e2517b97c7d614af138bcbf85dc806c4b289f3e965d2db1416d217f8b276fad1ab69c50f78bee1fa3106efb8ccbc7c5140116',
  `8${zeros(61)}0149a1ec142565a545acfdb77bd9d40cfa8b996712101bea0ec6346c54374f25bd`,
  1n,
  '2',
  '1a8f7eda389b094c2c071e3647a8940f3c123b697578c213be6dd9e6c8ec7335dcb228fd1edf4a39152cbcaaf8c0398828041055f94ceeec7e21340780fe41bd',
];
const TC26_512_C: Parameters = [
  `${f(124)}fdc7`,
  'dc9203e514a721875485a529d2c722fb187bc8980eb866644de41c68e143064546e861c0e2c9edd92ade71f46fcf50ff2ad97f951fda9f2a2eb6546f39689bd3',
  'b4c4ee28cebc6c2c8ac12952cf37f16ac7efb6a9f69f4b57ffda2e4f0de5ade038cbc2fff719d2c18de0284b8bfef3b52b8cc7a5f5bf0a3c8d2319a5312557e1',
  `3${f(63)}c98cdba46506ab004c33a9ff5147502cc8eda9e7a769a12694623cef47f023ed`,
  4n,
  'e2e31edfc23de7bdebe241ce593ef5de2295b7a9cbaef021d385f7074cea043aa27272a7ae602bf2a7b9033db9ed3610c6fb85487eae97aac5bc7928c1950148',
  'f5ce40d95b5eb899abbccff5911cb8577939804d6527378b8c108c3d2090ff9be18e2d33e3021ed2ef32d85822423b6304f726aa854bae07d0396e9a9addc40f',
];

const parametersOf: Readonly<Record<string, Parameters>> = {
  '1.2.643.2.2.35.1': PRO_A,
  '1.2.643.2.2.35.2': PRO_B,
  '1.2.643.2.2.35.3': PRO_C,
  '1.2.643.2.2.36.0': PRO_A,
  '1.2.643.2.2.36.1': PRO_C,
  '1.2.643.7.1.2.1.1.1': TC26_256_A,
  '1.2.643.7.1.2.1.1.2': PRO_A,
  '1.2.643.7.1.2.1.1.3': PRO_B,
  '1.2.643.7.1.2.1.1.4': PRO_C,
  '1.2.643.7.1.2.1.2.1': TC26_512_A,
  '1.2.643.7.1.2.1.2.2': TC26_512_B,
  '1.2.643.7.1.2.1.2.3': TC26_512_C,
};

/** Curves by their identifier; undefined: not known here. */
export function gostCurve(oid: string): GostCurve | undefined {
  if (!Object.hasOwn(parametersOf, oid)) return undefined;
  const [p, a, b, n, h, Gx, Gy] = parametersOf[oid]!;
  const number = (hex: string): bigint => BigInt(`0x${hex}`);
  const curve = { p: number(p), a: number(a), b: number(b), n: number(n), h, Gx: number(Gx), Gy: number(Gy) };
  return { size: p.length > 64 ? 64 : 32, Point: weierstrass(curve) };
}
