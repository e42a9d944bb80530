import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { AttachSignatureInput, LetterToSign, QueryLetterToSignArgs } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Command, Ctx, Forbidden, Input, readAsOfficial, type PermittedContext } from '@otklik/host';
import { compact, covers } from '@otklik/kernel';
import { capacities, departmentsOf } from '@otklik/tenancy';
import { AttachSignature, type OpenerIn } from '../../application/attach-signature.js';

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
      const sheet = await this.letters.open(reader, id, openerOf(context));
      return sheet ? { ...sheet, pdf: sheet.pdf.toString('base64') } : null;
    });
  }

  @Command()
  attachSignature(@Input() input: AttachSignatureInput, @Ctx() ctx: ClientCommandContext) {
    const { id, expectedVersion, signature } = input;
    return this.letters.attach(ctx, { id, expectedVersion, signature: bytesOf(signature) });
  }
}

/** As himself where his own rights suffice, else on behalf of the absent official whose rights do. Throws `Forbidden`. */
function openerOf({ actor, district, rule }: PermittedContext): OpenerIn {
  return (department) => {
    if (actor.kind !== 'official' || !district) throw new Forbidden();
    const held = capacities(actor, rule, district.id).find(({ sender }) =>
      covers(departmentsOf(sender.assignments, district, rule), department),
    );
    if (!held) throw new Forbidden();
    return compact({ official: actor.id, role: held.role, onBehalfOf: held.onBehalfOf });
  };
}

/** Throws `BadInput`. */
function bytesOf(base64: string): Uint8Array {
  const path = 'input.signature';
  if (base64.length > MAX_BASE64_LENGTH) throw new BadInput('TEXT_TOO_LONG', path, { max: MAX_BASE64_LENGTH });
  if (!BASE64.test(base64)) throw new BadInput('VALUE_MALFORMED', path);
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
