import type { AccountDefinition } from '../definition.js';

/** A site or an app whose people write to the district by Open311: it is known by its key. */
export const open311Definition: AccountDefinition = {
  deliverySecret: 'apiKey',
  fields: [
    {
      name: 'site',
      kind: 'SETTING',
      title: { ru: 'Адрес сайта или приложения', en: 'Address of the site or app' },
      hint: { ru: 'https://dorogi.example', en: 'https://fix.example' },
      pattern: /^https?:\/\/[^\s/]{1,253}(\/\S*)?$/u,
    },
    {
      name: 'apiKey',
      kind: 'SECRET',
      title: { ru: 'Ключ (api_key)', en: 'Key (api_key)' },
      isMade: true,
      pattern: /^[\w-]{40}$/,
    },
  ],
  here: {
    ru: 'Ключ отдайте тому, кто ведёт сайт. До этого договоритесь: согласие на обработку персональных данных сайт получает сам, от имени администрации.',
    en: 'Give the key to the operator of the site. Agree with them first: the site asks for the consent to the processing of personal data on the administration’s behalf.',
  },
  there: {
    where: { ru: 'Настройки сайта → Open311', en: 'Settings of the site → Open311' },
    items: [
      { title: { ru: 'Адрес (endpoint)', en: 'Endpoint' }, value: 'OPEN311' },
      { title: { ru: 'Район (jurisdiction_id)', en: 'District (jurisdiction_id)' }, value: 'DISTRICT' },
      { title: { ru: 'Ключ (api_key)', en: 'Key (api_key)' }, value: { secret: 'apiKey' } },
    ],
  },
};
