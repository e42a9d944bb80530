import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const WebhookPause = declareEnumeration('WebhookPause', 'Why nothing is sent to a webhook.', {
  ADMINISTRATOR: { ru: 'остановлен администратором', en: 'paused by the administrator' },
  GONE: { ru: 'получатель ответил, что адреса больше нет', en: 'the receiver said that the address is gone' },
  DEAD: { ru: 'не отвечает третий день', en: 'no success for three days' },
});
export type WebhookPause = ValueOf<typeof WebhookPause>;

export const WebhookDeliveryState = declareEnumeration('WebhookDeliveryState', 'How far a delivery has come.', {
  WAITING: { ru: 'ждёт отправки', en: 'waits' },
  SENT: { ru: 'принято', en: 'taken' },
  FAILED: { ru: 'не принято', en: 'not taken' },
});
export type WebhookDeliveryState = ValueOf<typeof WebhookDeliveryState>;

export const WebhookSubject = declareEnumeration('WebhookSubject', 'Whose state a fact tells.', {
  APPEAL: { ru: 'обращение', en: 'the appeal' },
  QUESTION: { ru: 'вопрос', en: 'the question' },
  RESPONSE: { ru: 'ответ', en: 'the answer' },
  NOTICE: { ru: 'уведомление', en: 'the notice' },
  SEARCH: { ru: 'сохранённый поиск', en: 'the saved search' },
});
export type WebhookSubject = ValueOf<typeof WebhookSubject>;

/** Of the GraphQL schema. */
export const webhookEnumerations = [WebhookPause, WebhookDeliveryState, WebhookSubject] as const;
