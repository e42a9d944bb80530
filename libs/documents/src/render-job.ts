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
  /** To look at in place of the document. */
  readonly isDrawn?: true;
}

/** Documents joined into one, page behind page. */
export interface JoinJob {
  readonly files: readonly Uint8Array[];
}

/** The pages of a file made smaller, each under a page of what the copy says of it. */
export interface CopyJob {
  readonly file: Uint8Array;
  readonly marks: RenderJob;
}

/** A paper to look at: what is kept, sent and signed is its PDF. */
export interface DrawnPaper {
  /** One picture of all sheets, one below the other, each of the same height. It has no script and no link. */
  readonly svg: string;
  readonly sheets: number;
}

export type Rendered = { readonly pdf: Uint8Array } | { readonly drawn: DrawnPaper } | { readonly fault: string };
