import type { NetworkDefinition } from '../definition.js';
import { vkCapabilities, vkChannel } from './vk-channel.js';
import { VK_POST } from './vk-send.js';

export const vkDefinition: NetworkDefinition = {
  capabilities: vkCapabilities,
  deliverySecret: 'secret',
  identity: 'group',
  site: ['vk.com', 'vk.ru'],
  fields: [
    {
      name: 'group',
      kind: 'SETTING',
      title: { ru: 'Номер сообщества', en: 'Number of the community' },
      hint: { ru: 'цифры после club или public в адресе', en: 'the digits after club or public in its address' },
      pattern: /^[1-9]\d{0,17}$/,
    },
    {
      name: 'confirmation',
      kind: 'SETTING',
      title: { ru: 'Строка, которую должен вернуть сервер', en: 'The string that the server must answer' },
      hint: { ru: 'Callback API → Настройки сервера', en: 'Callback API → Server settings' },
      pattern: /^[\w-]{1,64}$/,
    },
    {
      name: 'groupToken',
      kind: 'SECRET',
      title: {
        ru: 'Ключ доступа сообщества: управление, сообщения, стена',
        en: "The community's access key: manage, messages, wall",
      },
      pattern: /^[\w.-]{10,500}$/,
    },
    {
      name: 'serviceToken',
      kind: 'SECRET',
      title: {
        ru: 'Сервисный ключ приложения: им читаются комментарии',
        en: 'Service key of the application: reads comments',
      },
      pattern: /^[\w.-]{10,500}$/,
    },
    {
      name: 'secret',
      kind: 'SECRET',
      title: { ru: 'Секретный ключ', en: 'Secret key' },
      isMade: true,
      pattern: /^[\w-]{16,50}$/,
    },
  ],
  here: {
    ru: 'Управление → Дополнительно → Работа с API → Ключи доступа и Callback API',
    en: 'Manage → Advanced → API usage → Access tokens and Callback API',
  },
  there: {
    where: {
      ru: 'Управление → Дополнительно → Работа с API → Callback API',
      en: 'Manage → Advanced → API usage → Callback API',
    },
    items: [
      { title: { ru: 'Адрес', en: 'Address' }, value: 'LISTENER' },
      { title: { ru: 'Секретный ключ', en: 'Secret key' }, value: { secret: 'secret' } },
      { title: { ru: 'Версия API', en: 'Version of the API' }, value: { text: '5.199' } },
    ],
  },
  open: ({ settings, secrets, ...opening }) =>
    vkChannel({
      ...opening,
      group: settings['group'] ?? '',
      confirmation: settings['confirmation'] ?? '',
      groupToken: secrets['groupToken'] ?? '',
      serviceToken: secrets['serviceToken'] ?? '',
      secret: secrets['secret'] ?? '',
    }),
  // A community is no person.
  dialogueWith: (author) => (/^[1-9]\d*$/.test(author) ? author : undefined),
  link: ({ kind, thread, id }) => {
    const [, under = '', item = ''] = /^(photo|video|topic|)(-?\d+_\d+)$/.exec(thread) ?? [];
    if (kind === 'DIRECT' || item === '') return undefined;
    const at = `https://vk.com/${under || 'wall'}${item}`;
    return id === undefined || id === VK_POST ? at : `${at}?${under === 'topic' ? 'post' : 'reply'}=${id}`;
  },
};
