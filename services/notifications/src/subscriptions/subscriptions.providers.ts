import type { Provider } from '@nestjs/common';
import { NOTIFICATIONS_CONFIG, type NotificationsConfig } from '../config.js';
import { SubscriptionConcern } from './adapters/events/subscription.concern.js';
import { SubscriptionResolver } from './adapters/graphql/subscription.resolver.js';
import { SendAnswers, SubscriptionHours } from './application/send-answers.js';
import { SendConfirmations } from './application/send-confirmations.js';
import { Subscribe } from './application/subscribe.js';
import { PublishedAnswers } from './store/published-answers.js';
import { Subscriptions } from './store/subscriptions.js';

/** Subscriptions by e-mail to published answers. */
export const subscriptionsProviders: readonly Provider[] = [
  SubscriptionConcern,
  SubscriptionResolver,
  Subscribe,
  SendConfirmations,
  SendAnswers,
  Subscriptions,
  PublishedAnswers,
  {
    provide: SubscriptionHours,
    useFactory: ({ subscriptionHours }: NotificationsConfig) => subscriptionHours,
    inject: [NOTIFICATIONS_CONFIG],
  },
];
