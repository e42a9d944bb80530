import type { NetworkDefinition } from '../definition.js';
import { instagramCapabilities, instagramChannel } from './instagram-channel.js';

export const instagramDefinition: NetworkDefinition = {
  capabilities: instagramCapabilities,
  deliverySecret: 'applicationSecret',
  isOffByDefault: true,
  identity: 'user',
  site: ['instagram.com'],
  fields: [
    {
      name: 'user',
      kind: 'SETTING',
      title: { ru: 'Номер профессионального аккаунта', en: 'Number of the professional account' },
      pattern: /^\d{5,25}$/,
    },
    {
      name: 'token',
      kind: 'SECRET',
      title: { ru: 'Маркер доступа', en: 'Access token' },
      pattern: /^[\w.-]{10,1000}$/,
    },
    {
      name: 'applicationSecret',
      kind: 'SECRET',
      title: { ru: 'Секрет приложения: им подписаны доставки', en: "The application's secret, which signs deliveries" },
      pattern: /^\w{10,200}$/,
    },
    {
      name: 'verifyToken',
      kind: 'SECRET',
      title: { ru: 'Маркер подтверждения', en: 'Verify token' },
      isMade: true,
      pattern: /^[\w-]{16,256}$/,
    },
  ],
  here: { ru: 'Приложение → Instagram → Настройка API', en: 'Application → Instagram → API setup' },
  there: {
    where: { ru: 'Приложение → Instagram → Webhooks', en: 'Application → Instagram → Webhooks' },
    items: [
      { title: { ru: 'URL обратного вызова', en: 'Callback URL' }, value: 'LISTENER' },
      { title: { ru: 'Маркер подтверждения', en: 'Verify token' }, value: { secret: 'verifyToken' } },
    ],
  },
  open: ({ account, settings, secrets, api, now }) =>
    instagramChannel({
      account,
      now,
      ...(api && { api }),
      user: settings['user'] ?? '',
      token: secrets['token'] ?? '',
      verifyToken: secrets['verifyToken'] ?? '',
    }),
  // A post's address has a code that the API shows for posts alone.
  link: () => undefined,
};
