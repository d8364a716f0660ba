// The tokenizer alone is 6 KB; the package's own types describe only the whole of it (160 KB).
declare module 'css-tree/tokenizer' {
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void;
  export const tokenTypes: Record<
    | 'Ident'
    | 'Function'
    | 'AtKeyword'
    | 'String'
    | 'Url'
    | 'WhiteSpace'
    | 'Colon'
    | 'Semicolon'
    | 'LeftCurlyBracket'
    | 'RightCurlyBracket'
    | 'RightParenthesis'
    | 'Comment',
    number
  >;
}
declare module 'css-tree/utils' {
  type Coded = { decode(text: string): string; encode(text: string): string };
  export const url: Coded;
  export const string: Coded;
  export const ident: Coded;
}
