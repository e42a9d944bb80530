import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { AttachSignatureInput, LetterToSign, QueryLetterToSignArgs } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Command, Ctx, Input, readAsOfficial, type PermittedContext } from '@otklik/host';
import { openerIn } from '../../../letters/adapters/graphql/opener-in.js';
import { AttachSignature } from '../../application/attach-signature.js';

const MAX_SIGNATURE_BYTES = 65_536;
const MAX_BASE64_LENGTH = Math.ceil(MAX_SIGNATURE_BYTES / 3) * 4;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

@Resolver()
export class SignatureResolver {
  constructor(private readonly letters: AttachSignature) {}

  @Query()
  letterToSign(
    @Args() { id }: QueryLetterToSignArgs,
    @Context() context: PermittedContext,
  ): Promise<LetterToSign | null> {
    return readAsOfficial(context, async (reader) => {
      const sheet = await this.letters.open(reader, id, openerIn(context));
      return sheet ? { ...sheet, pdf: sheet.pdf.toString('base64') } : null;
    });
  }

  @Command()
  attachSignature(@Input() input: AttachSignatureInput, @Ctx() ctx: ClientCommandContext) {
    const { id, expectedVersion, signature } = input;
    return this.letters.attach(ctx, { id, expectedVersion, signature: bytesOf(signature) });
  }
}

/** Throws `BadInput`. */
function bytesOf(base64: string): Uint8Array {
  const path = 'input.signature';
  if (base64.length > MAX_BASE64_LENGTH) throw new BadInput('TEXT_TOO_LONG', path, { max: MAX_BASE64_LENGTH });
  if (!BASE64.test(base64)) throw new BadInput('VALUE_MALFORMED', path);
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
