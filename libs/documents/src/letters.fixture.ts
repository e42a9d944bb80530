import type { LetterPaper } from './letter-paper.js';

const EMBLEM =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 52"><path d="M2 2h40v27c0 11-9 17-20 21C11 46 2 40 2 29z" fill="none" stroke="#000" stroke-width="2.5"/><path d="M6 29l9-13 6 8 5-6 12 13" fill="none" stroke="#000" stroke-width="2.5"/></svg>';

/** An answer to an appeal, as it leaves. */
export function letter(changes: Partial<LetterPaper> = {}): LetterPaper {
  return {
    layout: 'LETTER',
    letterhead: {
      name: ['Республика Саха (Якутия)', 'АДМИНИСТРАЦИЯ', 'муниципального района', '«Алданский район»'],
      nameSah: ['Саха Өрөспүүбүлүкэтэ', '«Алдан оройуона»', 'муниципальнай оройуон', 'ДЬАҺАЛТАТА'],
      emblem: { format: 'svg', base64: Buffer.from(EMBLEM).toString('base64') },
      lines: [
        '678900, г. Алдан, ул. Октябрьская, 1 · тел. 8 (41145) 0-00-01 · priem@aldan.example · aldan.example',
        'ОКПО 00000000 · ОГРН 0000000000000 · ИНН/КПП 0000000000/000000000',
      ],
    },
    number: '1204-О',
    date: '2026-11-27',
    inReplyTo: { number: 'АЛД-О-2026-174', date: '2026-10-28' },
    addressee: {
      kind: 'APPLICANT',
      lines: [
        'Старостиной В. П.',
        'ул. Школьная, д. 5,',
        'с. Хатыстыр, Алданский район,',
        'Республика Саха (Якутия), 678955',
        'viktoria@pochta.example',
      ],
    },
    heading: 'О температуре в детском саду села Хатыстыр',
    salutation: 'Уважаемая Виктория Павловна!',
    paragraphs: [
      {
        text: 'Администрация Алданского района рассмотрела Ваше обращение о холоде в группе «Солнышко» детского сада села Хатыстыр.',
      },
      {
        text: '27 октября 2026 г. температура в группе была +16 °C при норме не ниже +21 °C. Причина установлена: засорились два стояка системы отопления. 25 ноября стояки промыты, 26 ноября в группе +22 °C. Замеры за пять дней приведены в приложении.',
      },
      { text: 'Оҕо саадыгар итии температурата нуорматын ситиннэ: Ҕҕ Ҥҥ Өө Һһ Үү.', language: 'sah' },
      {
        text: 'Если снова станет холодно, позвоните дежурному управления жилищно-коммунального хозяйства: 8 (41145) 0-00-05, круглосуточно. Основание: Федеральный закон от 02.05.2006 № 59-ФЗ.',
      },
    ],
    enclosures: [{ name: 'замеры температуры', sheets: 1 }],
    signature: {
      post: 'Заместитель главы района',
      name: 'Е. В. Громова',
      kind: 'QUALIFIED',
      certificate: {
        number: '00B4 21F6 0C5E 88D1',
        owner: 'Громова Елена Викторовна',
        from: '2026-03-12',
        to: '2027-06-12',
      },
    },
    executor: { name: 'Охлопков Дмитрий Иванович', phone: '8 (41145) 0-00-06' },
    code: {
      address: 'https://otklik.aldan.example/aldan/v/7KQ4M2VD7KQ4M2VD',
      page: 'otklik.aldan.example/p',
      short: '7KQ4-M2VD',
    },
    madeAt: '2026-11-27T04:58:00.000Z',
    ...changes,
  };
}
