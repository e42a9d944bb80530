import { Injectable } from '@nestjs/common';
import type { Signature } from '../../application/sign-response.js';

/** No cryptography yet: the authorised official's command, recorded with its author and time, is the signature. */
@Injectable()
export class RecordedSignature implements Signature {
  async sign(): Promise<string> {
    return 'RECORDED_ACT';
  }
}
