import type { AccountDefinition } from '../definition.js';

/** A body outside the administration whose server takes requests by Open311: its address is in the district's file, its key here. */
export const open311BodyDefinition: AccountDefinition = {
  identity: 'organisation',
  isOfDistrict: true,
  fields: [
    {
      name: 'organisation',
      kind: 'SETTING',
      title: { ru: 'Код организации в файле района', en: 'Code of the organisation in the district’s file' },
      hint: { ru: 'та, у которой есть open311', en: 'one that has open311' },
      pattern: /^[a-z][a-z0-9-]{1,40}$/,
    },
    {
      name: 'apiKey',
      kind: 'SECRET',
      title: { ru: 'Ключ (api_key)', en: 'Key (api_key)' },
      isOptional: true,
      pattern: /^\S{1,200}$/,
    },
  ],
  here: {
    ru: 'Ключ выдаёт орган, который принимает запросы. Адрес его сервера и коды услуг записаны в файле района: organisations → open311.',
    en: 'The key is given by the body that takes the requests. The address of its server and the codes of services stand in the district’s file: organisations → open311.',
  },
};
