export class TestRun {
  command(
    command: string,
    args: readonly string[],
    options?: { readonly output?: 'inherit' | 'ignore'; readonly environment?: Readonly<Record<string, string>> },
  ): Promise<number | string>;
  end(): Promise<readonly { readonly pid: number; readonly command: string }[]>;
}
