import { AppealReceived, AppealSupplemented, PersonErased } from '@otklik/contracts/intake.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import { MailSources } from '../../store/mail-sources.js';
import { ReachApplicant } from '../../../notice/application/reach-applicant.js';

/**
 * The sender of an e-mail is informed how an appeal is filed (59-FZ art. 4(1)), and answered in the thread of the own
 * letter.
 */
@Concern('notifications.mail')
export class MailConcern {
  constructor(
    private readonly sources: MailSources,
    private readonly applicant: ReachApplicant,
  ) {}

  @On(AppealReceived)
  async received(event: EventOf<typeof AppealReceived>, { command, tx }: Reaction) {
    const { district, appeal, data } = event;
    const { mail, mailId = null, person } = data;
    if (!mail) return;
    await this.sources.keep(tx, { district, appeal, person, account: mail.account, mailId });
    if (mail.explain) await this.applicant.tellUnregistered(command, event, { kind: 'HOW_TO_APPEAL' }, tx);
  }

  @On(AppealSupplemented)
  async supplemented({ district, appeal, data }: EventOf<typeof AppealSupplemented>, { tx }: Reaction) {
    const { mailId, byApplicant } = data;
    if (mailId !== undefined && byApplicant !== false) await this.sources.answered(tx, { district, appeal, mailId });
  }

  @On(PersonErased)
  erased({ district, data }: EventOf<typeof PersonErased>, { tx }: Reaction) {
    return this.sources.forget(tx, district, data.person);
  }
}
