import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { publisher } from '@otklik/contracts/publisher';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import type { StartedService } from '@otklik/host';
import { emlMailer, emlOutbox } from './adapters/channels/eml-outbox.js';
import { smtpMailer } from './adapters/channels/smtp-mailer.js';
import { startLetterWatcher } from './adapters/clock/letter.watcher.js';
import { NoticeResolver } from './adapters/graphql/notice.resolver.js';
import { intakeConsumer } from './adapters/kafka/intake.consumer.js';
import { responsesConsumer } from './adapters/kafka/responses.consumer.js';
import { finishDelivery, keepProof, postpone } from './adapters/postgres/deliveries.js';
import { handleNotice, type NoticesParts } from './application/notices-parts.js';
import { dayOfTries } from './application/send-letter.js';
import { notificationsConfig } from './config.js';
import { migrations } from './migrations.js';

@Module({})
class NotificationsModule {}

export const notificationsService: StartedService = {
  name: 'notifications',
  migrations,
  publish: publisher(notificationsEvents),
  async start({ database, worker, store, vault, directory, logger, now, secret, dataDir, environment }) {
    const { smtpUrl, mailFrom, language, publicUrl } = notificationsConfig(environment);
    const folder = join(dataDir, 'outbox');
    const handle = handleNotice(store, vault);
    const parts: NoticesParts = {
      handle,
      database,
      vault,
      directory,
      outbox: emlOutbox(folder),
      logger,
      now,
      secret,
    };
    const watcher = startLetterWatcher(worker, {
      ...parts,
      mailer: smtpUrl === undefined ? emlMailer(folder, mailFrom) : smtpMailer({ url: smtpUrl, from: mailFrom }),
      domain: mailFrom.slice(mailFrom.indexOf('@') + 1),
      language,
      publicUrl,
      pace: dayOfTries,
      finish: finishDelivery,
      postpone: (letter, ms) => postpone(database.scope(letter.district), letter, ms),
      keepProof: (letter, dispatch) => keepProof(database.scope(letter.district), letter, dispatch),
    });
    return {
      module: {
        module: NotificationsModule,
        providers: [{ provide: NoticeResolver, useValue: new NoticeResolver(parts) }],
      },
      consumers: [intakeConsumer(parts), responsesConsumer(parts)],
      stop: () => watcher.stop(),
    };
  },
};
