import { expect, it } from '@jest/globals';
import { isCommonPassword } from './common-passwords.js';

const context = ['petrov.ii', 'Петров Иван Ильич', 'Алданский район (Алдан оройуона)'];

it.each([
  ...[
    '1234567890',
    'password123',
    'Qwerty123456',
    'administrator',
    '1q2w3e4r5t',
    'aaaaaaaaaa',
    'abcdefghij',
    'iloveyou1234',
  ],
  ...[
    'correct horse battery staple',
    'Correct-Horse-Battery-Staple',
    'correcthorsebatterystaple1',
    'to be or not to be',
  ],
  ...[
    'пароль пароль пароль',
    'парольпароль',
    'пароль2026',
    'Пароль12345',
    'привет привет',
    'мама мыла раму',
    'Я люблю тебя!',
  ],
  ...['йцукенгшщз', 'йцукен12345', 'фывапролдж', 'ячсмитьбю.', 'йфяцычувс1', 'qwertyuiop', 'qazwsxedcr', 'абвгдежзик'],
  // The same keys in the other layout.
  ...['gfhjkm gfhjkm', 'ghbdtn ghbdtn', 'vfvf vskf hfve', 'зфыыцщкв123'],
  // What is known of the official.
  ...['petrov.ii2026', 'Петров Иван 1', 'Алдан2026!', 'otklik2026!', 'Отклик12345', 'fklfy2026!'],
])('refuses %s', async (password) => {
  expect(await isCommonPassword(password, context)).toBe(true);
});

it.each([
  ...['восемь сонных выдр у Лены', 'Белый снег над Леной 7', 'собака ест синий суп', 'kX9v#mQ2pL', 'длинный пароль 1'],
  ...[
    'walrus tundra ledger mosaic',
    'тундра-гербарий-вишня-облако',
    'ыарыы күөх хайа суола',
    'a'.repeat(3) + ' река Чульман 58 километр',
  ],
])('accepts %s', async (password) => {
  expect(await isCommonPassword(password, context)).toBe(false);
});

it('takes no longer for the longest password', async () => {
  await isCommonPassword('warm up of the list', context);
  const begun = performance.now();
  await isCommonPassword('p4ssw0rd-qwerty-'.repeat(13).slice(0, 200), context);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
