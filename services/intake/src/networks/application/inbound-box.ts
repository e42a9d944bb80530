import { Injectable } from '@nestjs/common';
import { openTextBox, sealTextBox, Secrets } from '@otklik/vault';

/** Seals what networks deliver until it belongs to a case: whose data a raw body holds is not known yet. */
@Injectable()
export class InboundBox {
  private readonly key: Buffer;

  constructor(secrets: Secrets) {
    this.key = secrets.of('network-deliveries');
  }

  /** Byte for byte. */
  sealBody(delivery: string, body: Uint8Array): string {
    return sealTextBox(this.key, delivery, Buffer.from(body).toString('latin1'));
  }

  openBody(delivery: string, sealed: string): Uint8Array {
    return Buffer.from(openTextBox(this.key, delivery, sealed), 'latin1');
  }

  seal(id: string, text: string): string {
    return sealTextBox(this.key, id, text);
  }

  open(id: string, sealed: string): string {
    return openTextBox(this.key, id, sealed);
  }
}
