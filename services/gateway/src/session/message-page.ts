import { markup, type Language } from '@otklik/host';

/** No inline script or style, no frame of another site; the style is that of the sign-in pages. */
export const messagePolicy = [
  `default-src 'none'`,
  `style-src 'self'`,
  `font-src 'self'`,
  `img-src data:`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const texts = {
  REJECTED: {
    ru: ['Вход не завершён', 'Страница устарела, или вход отменили. Начните ещё раз.', 'Начать ещё раз'],
    en: ['The sign-in was not completed', 'The page was too old, or the sign-in was cancelled.', 'Begin again'],
  },
  NO_ROLES: {
    ru: [
      'У вас нет прав',
      'Вы вошли, но в Отклике у вас нет ролей. Обратитесь к администратору района.',
      'Войти иначе',
    ],
    en: [
      'You have no rights',
      'You have signed in, but have no roles here. Ask your administrator.',
      'Sign in otherwise',
    ],
  },
  UNAVAILABLE: {
    ru: ['Сейчас войти нельзя', 'Служба входа не отвечает. Кто уже вошёл, работает дальше.', 'Попробовать ещё раз'],
    en: ['Sign-in is not possible now', 'The sign-in service does not answer. Who has signed in goes on.', 'Try again'],
  },
  NOT_CONFIGURED: {
    ru: ['Вход не настроен', 'Администратор этой установки не указал службу входа.', 'Попробовать ещё раз'],
    en: ['Sign-in is not configured', 'The operator of this installation has named no sign-in service.', 'Try again'],
  },
  WRITE_WITHOUT: {
    ru: [
      'Сейчас войти нельзя',
      'Служба входа не отвечает. Написать можно и без входа: это будет сообщение, на него тоже ответят. Обращение можно подать, когда вход заработает.',
      'Написать без входа',
    ],
    en: [
      'Sign-in is not possible now',
      'The sign-in service does not answer. You can write without it: a message is answered, too. An appeal can be filed when sign-in works again.',
      'Write without sign-in',
    ],
  },
  NOT_CONFIRMED: {
    ru: [
      'Учётная запись не подтверждена',
      'Обращение подают с подтверждённой учётной записью: личность подтверждают в МФЦ или через банк. Сообщение можно отправить и без входа.',
      'Написать без входа',
    ],
    en: [
      'The account is not confirmed',
      'An appeal needs a confirmed account: a service centre or a bank confirms who you are. A message can be sent without sign-in.',
      'Write without sign-in',
    ],
  },
  FAILED: {
    ru: ['Не получилось', 'Попробуйте ещё раз.', 'Попробовать ещё раз'],
    en: ['That did not work', 'Try again.', 'Try again'],
  },
  SIGNED_OUT: {
    ru: ['Вы вышли', 'Сейчас откроется служба входа, чтобы выйти и там.', 'Продолжить'],
    en: ['You are signed out', 'The sign-in service opens now, to sign out there, too.', 'Go on'],
  },
} as const;

export type Message = keyof typeof texts;

export interface MessageLink {
  readonly href: string;
  /** The browser follows it by itself. */
  readonly isFollowed?: boolean;
}

/** `said`: replaces the message's own sentence. */
export function messagePage(
  message: Message,
  language: Language,
  link: MessageLink = { href: '/session/sign-in' },
  said?: string,
): string {
  const [title, lead, next] = texts[message][language];
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/oidc/sign-in.css">
${link.isFollowed === true && markup`<meta http-equiv="refresh" content="0;url=${link.href}">`}
</head>
<body>
<div class="alone"><main class="in">
<h1>${title}</h1>
<p role="status">${said ?? lead}</p>
<p><a class="main" href="${link.href}">${next}</a></p>
</main></div>
</body>
</html>
`.text;
}
