import { Injectable } from '@nestjs/common';
import type {
  ProposePublicationInput,
  PublishAnswerInput,
  ResponseActInput,
  TakeBackPublicationInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { localDate, uuidv5 } from '@otklik/kernel';
import type { ActingOfficial } from '../domain/acting-official.js';
import type { ResponseCommand } from '../domain/response.decide.js';
import type { PublicationFacts } from '../domain/response.commands.js';
import type { ResponseEvent, ResponseState } from '../domain/response.js';
import { Assignments } from './assignments.js';
import { PublicTexts } from './public-texts.js';
import { ReadResponse } from './read-response.js';
import { ResponseHandler } from './response-handler.js';

type Changed = Promise<Handled<ResponseState, ResponseEvent>>;

/** An answer on the public pages. Each throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class PublishResponse {
  constructor(
    private readonly responses: ResponseHandler,
    private readonly reading: ReadResponse,
    private readonly assignments: Assignments,
    private readonly texts: PublicTexts,
  ) {}

  async propose(ctx: ClientCommandContext, input: ProposePublicationInput): Changed {
    const { ground, title, matter, text, officials } = input;
    const photos = (input.photos ?? []).map(({ file, side }) => ({ file: file.toLowerCase(), side }));
    const alts = (input.photos ?? []).map(({ alt }) => alt.trim().replace(/\s+/gu, ' '));
    const found = await this.texts.found(ctx.inDistrict, { title, matter, text, alts }, officials ?? []);
    // A key may be used again once its command is forgotten; of another response it makes another publication.
    const publication = uuidv5(input.id, ctx.commandId);
    const shown = photos.length > 0 && { photos, photoAlts: JSON.stringify(alts) };
    const said = { publication, ground, title, matter, text, found, ...shown };
    return this.change(ctx, input, (official, facts) => ({
      type: 'ProposePublication',
      ...official,
      ...facts,
      ...said,
    }));
  }

  publish(ctx: ClientCommandContext, input: PublishAnswerInput): Changed {
    const photos = (input.photos ?? []).map((file) => file.toLowerCase());
    return this.change(ctx, input, (official, facts) => ({ type: 'PublishAnswer', ...official, ...facts, photos }));
  }

  takeBack(ctx: ClientCommandContext, input: TakeBackPublicationInput): Changed {
    const { reason } = input;
    return this.change(ctx, input, (official) => ({ type: 'TakeBackPublication', ...official, reason }));
  }

  private async change(
    ctx: ClientCommandContext,
    { id, expectedVersion }: ResponseActInput,
    command: (official: ActingOfficial, facts: PublicationFacts) => ResponseCommand,
  ): Changed {
    const { district, sender, mayActIn, at, inDistrict, actor } = ctx;
    const known = await this.reading.known(district, id);
    const assignment = await this.assignments.of(district, known);
    const { onBehalfOf } = actor;
    const official = {
      by: sender.kind === 'official' ? sender.id : '',
      ...(onBehalfOf !== undefined && { onBehalfOf }),
      mayActIn,
      ...assignment,
      today: localDate(at, inDistrict.zone),
    };
    const [answered, allowed] = await Promise.all([
      this.assignments.isAnswered(district, known),
      this.assignments.isPublicationAllowed(district, known),
    ]);
    return this.responses.handle(ctx, id, command(official, { answered, allowed }), { expectedVersion });
  }
}
