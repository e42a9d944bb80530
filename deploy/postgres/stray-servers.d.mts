export declare function stopStrayServers(dataDir: string, print?: (line: string) => void): Promise<void>;

export declare function strayServers(
  dataDir: string,
): readonly { readonly pid: number; readonly folder: string | undefined }[];
