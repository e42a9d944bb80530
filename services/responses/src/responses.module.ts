import { Module } from '@nestjs/common';
import { publisher } from '@otklik/contracts/publisher';
import { responsesEvents } from '@otklik/contracts/responses.events';
import { polled, RETENTION_INTERVAL_MS, type ServiceDefinition } from '@otklik/host';
import { TransportRoutingLag } from './adapters/events/routing-lag.js';
import { PublicationsConcern } from './adapters/events/publications.concern.js';
import { ResponsesReactor } from './adapters/events/responses.reactor.js';
import { DraftResolver } from './adapters/graphql/draft.resolver.js';
import { PublicationResolver } from './adapters/graphql/publication.resolver.js';
import { ResponseResolver } from './adapters/graphql/response.resolver.js';
import { PostgresAssignments } from './adapters/postgres/postgres-assignments.js';
import { PersonalDrafts } from './store/personal-drafts.js';
import { SignedFileReceipts } from './adapters/receipts/signed-file-receipts.js';
import { RecordedSignature } from './adapters/signature/recorded-signature.js';
import { Assignments, RoutingLag } from './application/assignments.js';
import { ChangeResponse } from './application/change-response.js';
import { DraftFiles } from './application/draft-files.js';
import { FileReceipts } from './application/file-receipts.js';
import { EndDrafts } from './application/end-drafts.js';
import { KeepPersonalDraft } from './application/keep-personal-draft.js';
import { PublicTexts } from './application/public-texts.js';
import { PublishResponse } from './application/publish-response.js';
import { ReadResponse } from './application/read-response.js';
import { ResponseHandler } from './application/response-handler.js';
import { DraftSigning, Signature } from './application/sign-response.js';
import { WaitForAssignment } from './application/wait-for-assignment.js';
import { migrations } from './migrations.js';

export { EndDrafts };

const endingDrafts = polled({
  by: EndDrafts,
  work: (drafts) => drafts.runAll(),
  failed: 'deleting drafts past their retention term failed; retrying',
  idleMs: RETENTION_INTERVAL_MS,
});

@Module({
  providers: [
    ResponseResolver,
    DraftResolver,
    PublicationResolver,
    ResponsesReactor,
    PublicationsConcern,
    ChangeResponse,
    PublishResponse,
    PublicTexts,
    DraftFiles,
    DraftSigning,
    WaitForAssignment,
    ResponseHandler,
    ReadResponse,
    KeepPersonalDraft,
    EndDrafts,
    endingDrafts,
    PersonalDrafts,
    { provide: Assignments, useClass: PostgresAssignments },
    { provide: FileReceipts, useClass: SignedFileReceipts },
    { provide: RoutingLag, useClass: TransportRoutingLag },
    { provide: Signature, useClass: RecordedSignature },
  ],
})
class ResponsesModule {}

export const responsesService: ServiceDefinition = {
  name: 'responses',
  module: ResponsesModule,
  migrations,
  publish: publisher(responsesEvents),
  operations: EndDrafts,
};
