import type { Logger } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, parse, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import type { ReadActor } from '../actor-token.js';
import type { OperationContext } from '../graphql/context.js';
import { formatErrors } from '../graphql/errors.js';
import { languageOf } from '../graphql/language.js';
import { documentValidator, type ValidateDocument } from '../graphql/validate-document.js';
import { serveSockets, type ConnectionParameters, type SocketExtra } from '../graphql/sockets.js';

export interface ServiceLiveOptions {
  readonly schema: GraphQLSchema;
  readonly readActor: ReadActor;
  readonly logger: Logger;
}

/** Sent by the edge with each subscription, because callers share one socket. */
export interface LiveExtensions {
  readonly actor: string;
  readonly language: string;
  readonly requestId: string;
}

type Payload = Parameters<NonNullable<ServerOptions['onSubscribe']>>[2];

/** Subscriptions of the edge over `graphql-transport-ws` at `/graphql`. Returns a function that closes it. */
export function serviceLive(fastify: FastifyInstance, live: ServiceLiveOptions): () => void {
  const { logger, schema } = live;
  const validate = documentValidator(schema);
  const options: ServerOptions<ConnectionParameters, SocketExtra> = {
    connectionInitWaitTimeout: 5_000,
    onSubscribe: async (_, __, payload) => {
      try {
        return await subscription(payload, live, validate);
      } catch (error) {
        return [new GraphQLError('', { originalError: error as Error })];
      }
    },
    onError: (_, __, payload, errors) => formatErrors(errors, requestOf(payload), logger),
    onNext: (_, __, payload, ___, result) =>
      result.errors
        ? { data: result.data ?? null, errors: formatErrors(result.errors, requestOf(payload), logger) as never }
        : undefined,
  };
  return serveSockets(fastify, options, logger);
}

async function subscription(
  payload: Payload,
  { schema, readActor }: ServiceLiveOptions,
  validate: ValidateDocument,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { actor } = extensionsOf(payload);
  const claims = await readActor(`Bearer ${actor}`);
  const document = parse(payload.query);
  const errors = validate(document);
  if (errors.length > 0) return errors;
  // The edge checks whether the subscriber keeps the right, as it holds the client's socket.
  const contextValue: OperationContext = { ...requestOf(payload), ...claims };
  return { schema, document, variableValues: payload.variables ?? {}, contextValue };
}

function requestOf(payload: Payload): Pick<OperationContext, 'language' | 'requestId'> {
  const { language, requestId } = extensionsOf(payload);
  return { language: languageOf(language), requestId };
}

function extensionsOf({ extensions }: Payload): LiveExtensions {
  const { actor, language, requestId } = (extensions ?? {}) as Partial<LiveExtensions>;
  return { actor: String(actor), language: String(language), requestId: String(requestId) };
}
