/** A letter as it comes over the wire, its head and text in UTF-8 where nothing else is said. */
export function rawMail(headers: Readonly<Record<string, string>>, body: string | Buffer): Buffer {
  const given = { 'Content-Type': 'text/plain; charset=utf-8', 'MIME-Version': '1.0', ...headers };
  const head = Object.entries(given).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\n\r\n`),
    typeof body === 'string' ? Buffer.from(body) : body,
  ]);
}

const KOI8 = 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ';

export function koi8(text: string): Buffer {
  return Buffer.from(
    [...text.replaceAll('№', 'N')].map((letter) => {
      if (letter === 'ё') return 0xa3;
      if (letter === 'Ё') return 0xb3;
      const at = KOI8.indexOf(letter);
      return at < 0 ? letter.charCodeAt(0) : 0xc0 + at;
    }),
  );
}

export function windows1251(text: string): Buffer {
  const other: Readonly<Record<string, number>> = { ё: 0xb8, Ё: 0xa8, '№': 0xb9 };
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return other[letter] ?? (code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code);
    }),
  );
}
