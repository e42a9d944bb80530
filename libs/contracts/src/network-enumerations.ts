import { declareEnumeration, type ValueOf } from './declare-enumeration.js';
import { FoundOutcome, PlaceProblem } from './found-enumerations.js';

export const Network = declareEnumeration('Network', 'A social network or messenger in which people write.', {
  VK: { ru: 'ВКонтакте', en: 'VK' },
  OK: { ru: 'Одноклассники', en: 'Odnoklassniki' },
  MAX: { ru: 'MAX', en: 'MAX' },
  TELEGRAM: { ru: 'Telegram', en: 'Telegram' },
  INSTAGRAM: { ru: 'Instagram', en: 'Instagram' },
});
export type Network = ValueOf<typeof Network>;

export const AccountNetwork = declareEnumeration('AccountNetwork', 'Of what a district has an account.', {
  ...Network.titles,
  EMAIL: { ru: 'электронная почта', en: 'e-mail' },
  OPEN311: { ru: 'другой сайт или приложение (Open311)', en: 'another site or app (Open311)' },
  OPEN311_BODY: { ru: 'внешний орган (Open311)', en: 'an outside body (Open311)' },
});
export type AccountNetwork = ValueOf<typeof AccountNetwork>;

export const ThreadKind = declareEnumeration('ThreadKind', 'The place of a message in a network.', {
  COMMENT: { ru: 'комментарий', en: 'comment' },
  DIRECT: { ru: 'личное сообщение', en: 'direct message' },
});
export type ThreadKind = ValueOf<typeof ThreadKind>;

export const NetworkProblem = declareEnumeration('NetworkProblem', 'What is wrong with an account in a network.', {
  SUBSCRIPTION: { ru: 'сеть не присылает сообщения', en: 'the network does not deliver' },
  TOKEN: { ru: 'ключ доступа не подходит', en: 'the access key is not accepted' },
  RIGHTS: { ru: 'не хватает прав', en: 'rights are lacking' },
  BANNED: { ru: 'сеть нас заблокировала', en: 'the network has banned us' },
  UNREACHABLE: { ru: 'сеть не отвечает', en: 'the network does not answer' },
  INNER_ADDRESS: {
    ru: 'сервер находится во внутренней сети, оператор этого не разрешил',
    en: 'the server is in an inner network, which the operator does not allow',
  },
  NO_SECRET: { ru: 'нет секрета доставки', en: 'there is no secret of deliveries' },
});
export type NetworkProblem = ValueOf<typeof NetworkProblem>;

export const ReactionTarget = declareEnumeration('ReactionTarget', 'Whose reactions are counted in a network.', {
  SOURCE_POST: { ru: 'запись, под которой написали', en: 'the post under which it was written' },
  CITIZEN_MESSAGE: { ru: 'сообщение жителя', en: "the resident's message" },
  OUR_ANSWER: { ru: 'наш ответ', en: 'our answer' },
});
export type ReactionTarget = ValueOf<typeof ReactionTarget>;

export const ReactionMetric = declareEnumeration(
  'ReactionMetric',
  'What people did. Each network counts in its own way: counts of different networks are not added.',
  {
    LIKES: { ru: 'отметки «нравится»', en: 'likes' },
    REACTIONS: { ru: 'отметки всех видов', en: 'reactions of every kind' },
    VIEWS: { ru: 'просмотры', en: 'views' },
    COMMENTS: { ru: 'комментарии', en: 'comments' },
    SHARES: { ru: 'пересылки', en: 'shares' },
  },
);
export type ReactionMetric = ValueOf<typeof ReactionMetric>;

export const SampleQuality = declareEnumeration('SampleQuality', 'How a count is to be taken.', {
  EXACT: { ru: 'точно', en: 'exact' },
  ROUNDED: { ru: 'округлено', en: 'rounded' },
  DELAYED: { ru: 'с опозданием', en: 'delayed' },
  MISSING: { ru: 'нет данных', en: 'not known' },
});
export type SampleQuality = ValueOf<typeof SampleQuality>;

export const SampleVia = declareEnumeration('SampleVia', 'How a count came.', {
  POLL: { ru: 'спросили сеть', en: 'the network was asked' },
  PUSH: { ru: 'сеть сообщила об отметке', en: 'the network reported a reaction' },
});
export type SampleVia = ValueOf<typeof SampleVia>;

/** Of the GraphQL schema. */
export const networkEnumerations = [
  ...[Network, AccountNetwork, NetworkProblem, ThreadKind, FoundOutcome, PlaceProblem],
  ...[ReactionTarget, ReactionMetric, SampleQuality, SampleVia],
] as const;
