import type { AccountDefinition } from './definition.js';

/** A mailbox: letters are taken by SMTP at its address, or read from a server by IMAP where one is given. */
export const mailDefinition: AccountDefinition = {
  identity: 'address',
  fields: [
    {
      name: 'address',
      kind: 'SETTING',
      title: { ru: 'Адрес электронной почты', en: 'E-mail address' },
      pattern: /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]{2,}$/u,
    },
    {
      name: 'imapServer',
      kind: 'SETTING',
      title: { ru: 'Сервер IMAP, если письма читаются оттуда', en: 'IMAP server, where letters are read from one' },
      hint: { ru: 'imap.yandex.ru:993', en: 'imap.example.org:993' },
      isOptional: true,
      pattern: /^[\w.-]{1,253}:\d{1,5}$/,
    },
    {
      name: 'imapUser',
      kind: 'SETTING',
      title: { ru: 'Имя на сервере IMAP', en: 'User name at the IMAP server' },
      isOptional: true,
      pattern: /^\S{1,254}$/,
    },
    {
      name: 'imapPassword',
      kind: 'SECRET',
      title: { ru: 'Пароль приложения на сервере IMAP', en: 'Application password at the IMAP server' },
      isOptional: true,
      pattern: /^\S.{0,254}$/,
    },
  ],
  here: { ru: 'Настройки почты → Почтовые программы', en: 'Settings of the mailbox → Mail programs' },
};
