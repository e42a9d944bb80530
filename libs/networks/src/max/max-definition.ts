import { listed, type NetworkDefinition } from '../definition.js';
import { maxCapabilities, maxChannel } from './max-channel.js';
import { dialogueWith } from './max-send.js';

export const maxDefinition: NetworkDefinition = {
  capabilities: maxCapabilities,
  deliverySecret: 'secret',
  identity: 'bot',
  site: ['max.ru'],
  fields: [
    {
      name: 'bot',
      kind: 'SETTING',
      title: { ru: 'Номер бота', en: 'Number of the bot' },
      pattern: /^[1-9]\d{0,18}$/,
    },
    {
      name: 'token',
      kind: 'SECRET',
      title: { ru: 'Токен бота', en: "The bot's token" },
      pattern: /^[\w.:-]{10,500}$/,
    },
    {
      name: 'channels',
      kind: 'SETTING',
      title: {
        ru: 'Номера каналов, где комментируют записи',
        en: 'Numbers of the channels in which posts are commented',
      },
      hint: {
        ru: 'бот в них администратор с правом читать все сообщения',
        en: 'the bot is their administrator and may read all messages',
      },
      isOptional: true,
      isList: true,
      pattern: /^-?\d{1,20}$/,
    },
    {
      name: 'secret',
      kind: 'SECRET',
      title: { ru: 'Секрет доставки', en: 'Secret of deliveries' },
      isMade: true,
      pattern: /^[\w-]{16,256}$/,
    },
  ],
  here: { ru: 'business.max.ru → Чат-боты → Интеграция', en: 'business.max.ru → Chat bots → Integration' },
  open: ({ settings, secrets, ...opening }) =>
    maxChannel({
      ...opening,
      token: secrets['token'] ?? '',
      secret: secrets['secret'] ?? '',
      channels: listed(settings['channels']),
      ...(settings['bot'] && { bot: settings['bot'] }),
    }),
  // It takes a person's number in the place of a dialogue's; whether the person lets us write, it answers itself.
  dialogueWith,
  // No source says how a message is addressed on the network's site.
  link: () => undefined,
};
