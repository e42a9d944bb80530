/** How mail programs quote the letter that is answered, in texts of our own. What is to be left of each is `written`. */
export interface QuotedMail {
  readonly program: string;
  readonly text: string;
  readonly written: string;
}

const answer = 'Спасибо, но яма на Ленина, 5 осталась.';
const ours = ['Здравствуйте, Иван Петрович!', 'Яма на ул. Ленина засыпана 20 ноября.', 'Глава района А. Б. Сидоров'];
const quoted = ours.map((line) => `> ${line}`).join('\n');
const bare = ours.join('\n');
const top = (program: string, above: string, below: string): QuotedMail => ({
  program,
  text: `${answer}\n\n${above}\n${below}`,
  written: answer,
});

export const quotedMails: readonly QuotedMail[] = [
  top('Gmail', 'пн, 23 нояб. 2026 г. в 10:11, Администрация района <otvet@aldan.example>:', `\n${quoted}`),
  top(
    'Gmail, a long line',
    'пн, 23 нояб. 2026 г. в 10:11, Администрация Алданского района\n<otvet@aldan.example>:',
    quoted,
  ),
  top('Gmail of an earlier year', 'вт, 3 мар. 2026 г. в 9:05, <otvet@aldan.example>:', quoted),
  top('Gmail in English', 'On Mon, Nov 23, 2026 at 10:11 AM Aldan <otvet@aldan.example> wrote:', quoted),
  top(
    'Gmail in English, a long line',
    'On Mon, Nov 23, 2026 at 10:11 AM Administration of Aldan\n<otvet@aldan.example> wrote:',
    quoted,
  ),
  top('Mail.ru', 'Понедельник, 23 ноября 2026, 10:11 +09:00 от Администрация <otvet@aldan.example>:', ` \n${quoted}`),
  top(
    'Mail.ru, signs before the line too',
    '>Понедельник, 23 ноября 2026, 10:11 +09:00 от Администрация <otvet@aldan.example>:',
    quoted,
  ),
  top(
    'Mail.ru on a telephone',
    '--\nОтправлено из Почты Mail\n\nпонедельник, 23 ноября 2026 г., 10:11 +0900 от otvet@aldan.example:',
    quoted,
  ),
  top(
    'Mail.ru, a block',
    '-------- Пересылаемое сообщение --------',
    `От кого: otvet@aldan.example\nКому: ivan@mail.example\n\n${bare}`,
  ),
  top('Yandex', '23.11.2026, 10:11, "Администрация района" <otvet@aldan.example>:', quoted),
  top('Yandex without signs', '23.11.2026, 10:11, "Администрация района" <otvet@aldan.example>:', bare),
  top(
    'Yandex, a block',
    '----------------\nКому: ivan@mail.example;\nТема: Ответ на сообщение № 17;\nОт: otvet@aldan.example;',
    bare,
  ),
  top(
    'Outlook',
    '________________________________',
    `От: Администрация <otvet@aldan.example>\nОтправлено: 23 ноября 2026 г. 10:11\nКому: ivan@mail.example\nТема: Ответ на сообщение № 17\n\n${bare}`,
  ),
  top(
    'Outlook without a rule',
    'От: Администрация района [mailto:otvet@aldan.example]',
    `Отправлено: понедельник, 23 ноября 2026 г. 10:11\nКому: ivan@mail.example\nТема: Ответ\n\n${bare}`,
  ),
  top(
    'Outlook, bold',
    '*От:* Администрация <otvet@aldan.example>',
    `*Отправлено:* 23 ноября 2026 г. 10:11\n*Кому:* ivan@mail.example\n*Тема:* Ответ\n\n${bare}`,
  ),
  top(
    'Outlook in English',
    'From: Administration <otvet@aldan.example>',
    `Sent: Monday, November 23, 2026 10:11 AM\nTo: ivan@mail.example\nSubject: Answer\n\n${bare}`,
  ),
  top('an old Outlook', '-----Исходное сообщение-----', `From: otvet@aldan.example\n${bare}`),
  top('iOS', '23 нояб. 2026 г., в 10:11, Администрация <otvet@aldan.example> написал(а):', `\n${quoted}`),
  top('Thunderbird', '23.11.2026 10:11, Администрация района пишет:', quoted),
  top('The Bat', 'Понедельник, 23 ноября 2026 г., 10:11:', quoted),
];

/** What looks like a quote and is the writer's own. */
export const unquotedMails: readonly string[] = [
  'Прошу ответить:\n1. Когда починят свет?\n2. Кто отвечает?',
  'Кому: главе района\nПрошу убрать снег.',
  'В 10:11 23.11.2026 автобус не пришёл:\nждали час.',
  'Тема: дороги\n\nДата: вчера\nЯма не засыпана.',
  'Здравствуйте!\n-----\nСвета нет с пн, 23 ноября.\n-----\nЖдём.',
];
