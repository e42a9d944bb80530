import { Injectable } from '@nestjs/common';
import { networkOf } from '@otklik/host';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Clock } from '@otklik/kernel';
import { AccessRecords, Database, Directory } from '@otklik/tenancy';
import { Attempts } from '../../application/attempts.js';
import { isCommonPassword } from '../../application/common-passwords.js';
import { Invitations, passwordFault } from '../../application/invitations.js';
import { invitationOverPage, invitationPage, passwordSetPage, type PageFrame } from './pages.js';

export const INVITATION_PATH = '/oidc/invitation';
const MAX_FORM_BYTES = 16 * 1024;

interface Linked {
  readonly Params: { readonly secret: string };
}

/** The official sets the password, once. A guessed, used and expired code look the same. */
@Injectable()
export class InvitationRoutes {
  constructor(
    private readonly invitations: Invitations,
    private readonly attempts: Attempts,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  register(scope: FastifyInstance, frameOf: (request: FastifyRequest) => PageFrame): void {
    const url = `${INVITATION_PATH}/:secret`;
    scope.get<Linked>(url, async (request, reply) => {
      const frame = frameOf(request);
      const login = await this.loginOf(request);
      if (login === undefined) return reply.code(404).send(invitationOverPage(frame));
      return invitationPage(frame, { action: `${INVITATION_PATH}/${request.params.secret}`, login, fault: undefined });
    });
    scope.post<Linked>(url, { bodyLimit: MAX_FORM_BYTES }, async (request, reply) => {
      const frame = frameOf(request);
      const login = await this.loginOf(request);
      const { secret } = request.params;
      const form = request.body as URLSearchParams;
      if (login === undefined) return reply.code(404).send(invitationOverPage(frame));
      const password = form.get('password') ?? '';
      const fault =
        passwordFault(login, password, form.get('repeated') ?? '') ??
        ((await isCommonPassword(password, this.contextOf(login))) ? 'COMMON' : undefined);
      if (fault)
        return reply.code(422).send(invitationPage(frame, { action: `${INVITATION_PATH}/${secret}`, login, fault }));
      const accepted = await this.invitations.accept(secret, password);
      if (accepted === undefined) return reply.code(404).send(invitationOverPage(frame));
      const records = new AccessRecords(this.database, this.directory);
      await records.addForLogin(accepted, { kind: 'PASSWORD_SET', at: this.clock.now() });
      return passwordSetPage(frame);
    });
  }

  /** What a stranger tries first because it is this official's. */
  private contextOf(login: string): readonly string[] {
    const official = this.directory.official(login);
    if (!official) return [login];
    const districts = official.assignments.map(({ district }) => this.directory.districtById(district));
    return [login, official.name, ...districts.flatMap((one) => (one ? [one.name, one.code] : []))];
  }

  /** Wrong codes count against the network. */
  private async loginOf(request: FastifyRequest<Linked>): Promise<string | undefined> {
    const network = networkOf(request.ip);
    const key = `invitation ${request.params.secret}`;
    if ((await this.attempts.take(key, network)) === undefined) return undefined;
    const login = await this.invitations.loginOf(request.params.secret);
    if (login !== undefined) await this.attempts.forgive(key, network);
    return login;
  }
}
