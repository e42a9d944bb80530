export class TestRun {
  command(
    command: string,
    args: readonly string[],
    options?: {
      readonly output?: 'inherit' | 'ignore' | 'kept';
      readonly environment?: Readonly<Record<string, string>>;
      readonly isPatient?: boolean;
    },
  ): Promise<number | string>;
  end(): Promise<readonly { readonly pid: number; readonly command: string }[]>;
}
