import type { NetworkDefinition } from '../definition.js';
import { telegramCapabilities, telegramChannel } from './telegram-channel.js';

export const telegramDefinition: NetworkDefinition = {
  capabilities: telegramCapabilities,
  deliverySecret: 'secret',
  identity: 'username',
  site: ['t.me', 'telegram.me'],
  fields: [
    {
      name: 'username',
      kind: 'SETTING',
      title: { ru: 'Имя бота', en: 'Name of the bot' },
      hint: { ru: 'без @', en: 'without @' },
      pattern: /^[A-Za-z]\w{4,31}$/,
    },
    {
      name: 'token',
      kind: 'SECRET',
      title: { ru: 'Токен бота', en: "The bot's token" },
      pattern: /^\d{3,20}:[\w-]{10,200}$/,
    },
    {
      name: 'group',
      kind: 'SETTING',
      title: { ru: 'Номер группы, где комментируют записи', en: 'Number of the group in which posts are commented' },
      hint: {
        ru: 'начинается с -100; бот в ней участник, а в канале администратор, чтобы знать отметки записей',
        en: 'begins with -100; the bot is a member of it, and an administrator of the channel, to know the reactions to posts',
      },
      isOptional: true,
      pattern: /^-\d{5,20}$/,
    },
    {
      name: 'secret',
      kind: 'SECRET',
      title: { ru: 'Секрет доставки', en: 'Secret of deliveries' },
      isMade: true,
      pattern: /^[\w-]{16,256}$/,
    },
  ],
  here: { ru: '@BotFather → /newbot или /token', en: '@BotFather → /newbot or /token' },
  open: ({ settings, secrets, ...opening }) =>
    telegramChannel({
      ...opening,
      token: secrets['token'] ?? '',
      secret: secrets['secret'] ?? '',
      ...(settings['group'] && { group: settings['group'] }),
    }),
  dialogueWith: (author) => (/^[1-9]\d*$/.test(author) ? author : undefined),
  link: ({ kind, thread, id }) => {
    const [, chat] = /^-100(\d+)(?::\d+)?$/.exec(thread) ?? [];
    return kind === 'DIRECT' || chat === undefined || id === undefined ? undefined : `https://t.me/c/${chat}/${id}`;
  },
};
