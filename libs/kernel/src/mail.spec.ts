import { expect, it } from '@jest/globals';
import { isAddress } from './mail.js';

it.each(['ivan@aldan.example', 'i.v+x@mail.aldan.example', "o'neil_7@a-b.example.ru", `${'a'.repeat(64)}@x.example`])(
  'takes %s',
  (text) => expect(isAddress(text)).toBe(true),
);

it.each([
  '',
  'ivan',
  'ivan@',
  '@aldan.example',
  'ivan@localhost',
  'ivan@aldan.example, eve@other.example',
  'ivan@aldan.example;eve@other.example',
  'Ivan <ivan@aldan.example>',
  '"ivan eve@other.example"@aldan.example',
  'ivan(comment)@aldan.example',
  'group:ivan@aldan.example;',
  'ivan@[127.0.0.1]',
  'ivan@aldan.example\r\nBcc: eve@other.example',
  'ivan\n@aldan.example',
  'ivan@aldan.example\0',
  '.ivan@aldan.example',
  'ivan..v@aldan.example',
  'ivan@-aldan.example',
  'ivan@aldan.example.',
  'иван@алдан.рф',
  `${'a'.repeat(65)}@x.example`,
  `ivan@${'a.'.repeat(130)}example`,
])('refuses %j', (text) => expect(isAddress(text)).toBe(false));
