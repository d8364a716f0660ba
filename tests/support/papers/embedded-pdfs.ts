/** Pages of the papers site that hold one PDF, with the text of that PDF. */
export const embeddedPdfs = [
  ['/iframe', 'first'],
  ['/iframe-plain', 'named by the server'],
  ['/embed', 'first'],
  ['/object', 'first'],
  ['/iframe-blob', 'first'],
  ['/embed-data', 'in the page'],
] as const;
