/** A bar code, made into the picture `<name>.svg`. */
export interface BarCode {
  readonly kind: 'qrcode' | 'datamatrix' | 'code128';
  readonly text: string;
}

/** One paper, ready to be set. It crosses from process to process. */
export interface RenderJob {
  /** A file of `templates/`. */
  readonly template: string;
  /** What the template reads as `paper.json`. */
  readonly paper: object;
  /** Pictures by their file's name, as base64. */
  readonly pictures?: Readonly<Record<string, string>>;
  readonly codes?: Readonly<Record<string, BarCode>>;
  /** Seconds since 1970. */
  readonly madeAt: number;
}

/** Documents joined into one, page behind page. */
export interface JoinJob {
  readonly files: readonly Uint8Array[];
}

export type Rendered = { readonly pdf: Uint8Array } | { readonly fault: string };
