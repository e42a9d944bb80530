declare module 'petrovich' {
  interface Name {
    readonly last?: string;
    readonly first?: string;
    readonly middle?: string;
  }
  export default function petrovich(name: Name & { readonly gender: 'male' | 'female' }, to: 'dative'): Name;
}
