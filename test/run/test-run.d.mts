export class TestRun {
  command(
    command: string,
    args: readonly string[],
    options?: {
      readonly output?: 'inherit' | 'ignore' | 'kept';
      readonly environment?: Readonly<Record<string, string>>;
    },
  ): Promise<number | string>;
  end(): Promise<readonly { readonly pid: number; readonly command: string }[]>;
}
