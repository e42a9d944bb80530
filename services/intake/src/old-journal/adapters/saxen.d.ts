declare module 'saxen' {
  export class Parser {
    on(event: 'error', heard: (error: Error) => void): this;
    on(event: 'openTag', heard: (name: string, attributes: () => Readonly<Record<string, string>>) => void): this;
    parse(xml: string): this;
  }
}
