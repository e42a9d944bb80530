import { listed, type NetworkDefinition } from '../definition.js';
import { okCapabilities, okChannel } from './ok-channel.js';

export const okDefinition: NetworkDefinition = {
  capabilities: okCapabilities,
  deliverySecret: 'secret',
  identity: 'group',
  site: ['ok.ru'],
  fields: [
    {
      name: 'group',
      kind: 'SETTING',
      title: { ru: 'Номер группы', en: 'Number of the group' },
      pattern: /^\d{4,20}$/,
    },
    {
      name: 'token',
      kind: 'SECRET',
      title: { ru: 'Ключ доступа для сообщений группы', en: "Access key for the group's messages" },
      hint: { ru: 'Настройки группы → Сообщения', en: 'Settings of the group → Messages' },
      pattern: /^[\w.:-]{10,500}$/,
    },
    {
      name: 'topics',
      kind: 'SETTING',
      title: {
        ru: 'Номера тем, комментарии под которыми читаются',
        en: 'Numbers of the topics whose comments are read',
      },
      isOptional: true,
      isList: true,
      pattern: /^\d{4,20}$/,
    },
    {
      name: 'applicationKey',
      kind: 'SETTING',
      title: { ru: 'Публичный ключ приложения', en: "The application's public key" },
      pattern: /^\w{5,100}$/,
    },
    {
      name: 'applicationSecret',
      kind: 'SECRET',
      title: { ru: 'Секретный ключ приложения', en: "The application's secret key" },
      pattern: /^[\w-]{10,200}$/,
    },
    {
      name: 'secret',
      kind: 'SECRET',
      title: { ru: 'Секрет в адресе доставки', en: 'Secret in the address of deliveries' },
      isMade: true,
      pattern: /^[\w-]{16,256}$/,
    },
  ],
  here: {
    ru: 'Настройки группы → Сообщения; письмо с ключами приложения',
    en: "Settings of the group → Messages; the letter with the application's keys",
  },
  open: ({ settings, secrets, ...opening }) =>
    okChannel({
      ...opening,
      token: secrets['token'] ?? '',
      applicationKey: settings['applicationKey'] ?? '',
      applicationSecret: secrets['applicationSecret'] ?? '',
      secret: secrets['secret'] ?? '',
      topics: () => listed(settings['topics']),
    }),
  link: ({ kind, thread }, { group }) =>
    kind === 'DIRECT' || group === undefined || !/^\d+$/.test(thread)
      ? undefined
      : `https://ok.ru/group/${group}/topic/${thread}`,
};
